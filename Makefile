# `make run` serves the demonstration, `make test` tests everything,
# `make` builds build/release/kenes; VARIANT=asan, tsan, coverage beside it;
# `make install` puts it under PREFIX, which is /usr/local.
# `make test-MODULE` runs one module's unit tests, `make lint` the linters,
# `make fuzz-TARGET SECONDS=60` a target of tests/fuzz, `make bench` bench/.

VARIANT ?= release
OUT     := build/$(VARIANT)
CC       = $(if $(filter asan tsan fuzz,$(VARIANT)),clang,gcc)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wcast-qual \
    -Wcast-align -Wwrite-strings -Wpointer-arith -Wformat=2 -Wundef -Wvla \
    -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference -Wdouble-promotion \
    $(if $(CI),-Werror)
HARDENING := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
FLAGS_release  := -O2 -g $(HARDENING)
FLAGS_asan     := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
FLAGS_tsan     := -O1 -g -fsanitize=thread
FLAGS_fuzz     := $(FLAGS_asan) -O2 -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp
FLAGS_coverage := -O0 -g --coverage

LIBRARIES := sqlite3 libsodium libcrypto jansson libmicrohttpd pangocairo
CPPFLAGS   = -Isrc -I$(OUT) -Itests/support -D_POSIX_C_SOURCE=200809L $(CPPFLAGS_$(notdir $(<D)))
CPPFLAGS_press := $(subst -I,-isystem ,$(shell pkg-config --cflags pangocairo))
CFLAGS    := -std=c11 -pthread $(WARNINGS) $(FLAGS_$(VARIANT))
LDFLAGS    = $(if $(filter release,$(VARIANT)),-pie -Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now)
LDLIBS     = $(shell pkg-config --libs $(LIBRARIES)) -lm
comma     := ,

MODULES   := $(shell sed -n 's/^\([a-z]*\):.*/\1/p' src/layers)
above      = $(shell sed -n '/^$1:/q; s/:.*//p' src/layers)
reversed   = $(if $1,$(call reversed,$(wordlist 2,$(words $1),$1)) $(firstword $1))
# What a module's tests link: itself and all above it in the list, lower first.
linked     = $(foreach m,$1 $(call reversed,$(call above,$1)),$(OUT)/$m.a)

objects    = $(patsubst %.c,$(OUT)/%.o,$(wildcard src/$1/*.c)) $(GENERATED_$1)
GENERATED_tongue := $(OUT)/generated/messages.o
GENERATED_web    := $(OUT)/generated/pages.o $(OUT)/generated/assets.o
GENERATED_community := $(OUT)/generated/kato.o
GENERATED_inquiry := $(OUT)/generated/facts.o $(OUT)/generated/findings.o
GENERATED_store  := $(OUT)/generated/schema.o
GENERATED_cli    := $(OUT)/generated/completion.o
GENERATED_clerk  := $(OUT)/generated/demo_budget.o
LEAKS     := suppressions=tests/support/leaks:print_suppressions=0
TESTS      = $(patsubst %.c,$(OUT)/%,$(wildcard tests/$1/test_*.c))

.PHONY: all run test bench bench-speed install lint unit clean
.SECONDARY:
all: $(if $(wildcard src/cli/main.c),$(OUT)/kenes)

define module_rules
$(OUT)/$1.a: $(call objects,$1)
	@rm -f $$@
	@ar rcs $$@ $$^

$(OUT)/tests/$1/%: $(OUT)/tests/$1/%.o $(OUT)/tests/support/support.a $(call linked,$1)
	@echo '  LINK $$@'
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $$@ $$^ -lcmocka $(LDLIBS)

# `make test-law` builds and runs one module's unit tests.
.PHONY: test-$1
test-$1: $(call TESTS,$1)
	@CMOCKA_MESSAGE_OUTPUT=TAP LSAN_OPTIONS=$(LEAKS) prove -e '' $$^
endef
$(foreach m,$(MODULES),$(eval $(call module_rules,$m)))

# Targets of tests/fuzz: test_NAME runs one on its seeds, fuzz_NAME is linked
# with libFuzzer.  Of the modules that a target includes the lowest is linked.
FUZZED     := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz_uses   = $(shell sed -n 's/^\#include "\([a-z]*\)\/.*/\1/p' tests/fuzz/fuzz_$1.c)
fuzz_linked = $(call linked,$(lastword $(filter $(call fuzz_uses,$1),$(MODULES))))

define fuzz_rules
$(OUT)/tests/fuzz/test_$1 $(OUT)/tests/fuzz/fuzz_$1: $(OUT)/tests/fuzz/fuzz_$1.o \
    $(OUT)/tests/fuzz/fuzz.o $(OUT)/tests/support/support.a $(call fuzz_linked,$1)
$(OUT)/tests/fuzz/test_$1: $(OUT)/tests/fuzz/replay.o
$(OUT)/tests/fuzz/fuzz_$1: private LDFLAGS = -fsanitize=fuzzer
$(OUT)/tests/fuzz/test_$1 $(OUT)/tests/fuzz/fuzz_$1:
	@echo '  LINK $$@'
	@$$(CC) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$(filter %.o,$$^) $$(filter %.a,$$^) -lcmocka $$(LDLIBS)
endef
$(foreach t,$(FUZZED),$(eval $(call fuzz_rules,$t)))

.PHONY: test-fuzz
test-fuzz: $(FUZZED:%=$(OUT)/tests/fuzz/test_%)
	@prove -e '' $^

ALL_TESTS := $(foreach m,$(MODULES),$(call TESTS,$m)) $(FUZZED:%=$(OUT)/tests/fuzz/test_%)

$(OUT)/kenes: $(call linked,cli)
	@echo '  LINK $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(OUT)/tests/support/support.a: $(patsubst %.c,$(OUT)/%.o,$(wildcard tests/support/*.c))
	@mkdir -p $(@D)
	@rm -f $@
	@ar rcs $@ $^

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  CC   $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(OUT)/generated/%.o: $(OUT)/generated/%.c
	@echo '  CC   $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Programs of the build; always the release flags of the machine.
$(OUT)/tools/%: tools/%.c Makefile
	@mkdir -p $(@D)
	@gcc -std=c11 -D_POSIX_C_SOURCE=200809L $(filter-out -Werror,$(WARNINGS)) -O1 -o $@ $(filter %.c,$^)

$(OUT)/generated/messages.c: $(OUT)/tools/compile_messages $(wildcard po/*.po)
	@mkdir -p $(@D)
	@$< $(filter %.po,$^) >$@.new && mv $@.new $@

$(OUT)/tools/compile_pages: tools/pages_tags.c tools/pages_write.c tools/pages.h

$(OUT)/generated/pages.c: $(OUT)/tools/compile_pages $(wildcard po/*.kk.po src/web/pages/*.html)
	@mkdir -p $(@D)
	@$< $(@:.c=.h) $(filter %.po %.html,$^) >$@.new && mv $@.new $@

$(OUT)/generated/pages.h: $(OUT)/generated/pages.c ;
$(patsubst %.c,$(OUT)/%.o,$(wildcard src/web/*.c tests/web/*.c)): | $(OUT)/generated/pages.h

$(OUT)/generated/assets.c: $(OUT)/tools/embed $(wildcard src/web/assets/*)
	@mkdir -p $(@D)
	@$< assets $(filter src/web/assets/%,$^) >$@.new && mv $@.new $@

$(OUT)/generated/schema.c: $(OUT)/tools/embed src/store/schema.sql
	@mkdir -p $(@D)
	@$< text schema src/store/schema.sql >$@.new && mv $@.new $@

$(OUT)/generated/facts.c $(OUT)/generated/findings.c: $(OUT)/generated/%.c: \
    $(OUT)/tools/embed src/inquiry/%.sql
	@mkdir -p $(@D)
	@$< text $* src/inquiry/$*.sql >$@.new && mv $@.new $@

$(OUT)/generated/completion.c: $(OUT)/tools/embed src/cli/completion.bash
	@mkdir -p $(@D)
	@$< text completion src/cli/completion.bash >$@.new && mv $@.new $@

$(OUT)/generated/demo_budget.c: $(OUT)/tools/embed data/demo-budget.csv
	@mkdir -p $(@D)
	@$< text demo_budget data/demo-budget.csv >$@.new && mv $@.new $@

$(OUT)/generated/kato.c: $(OUT)/tools/compile_kato data/kato.csv data/kato-kinds.csv
	@mkdir -p $(@D)
	@$< data/kato.csv data/kato-kinds.csv \
	    "$$(sha256sum data/kato.csv | cut -c1-64)" >$@.new && mv $@.new $@

unit: $(ALL_TESTS)

# Random sequences: all of them without sanitizers, a part of them with.
LONG_TESTS := build/release/tests/clerk/test_sequences

# Installs what is missing, builds and serves an example village.
run:
	@tools/install-packages build
	@$(MAKE) --no-print-directory -j2 all
	build/release/kenes demo build/demo --listen 127.0.0.1:8080

# Installs what is missing, builds, runs every test.  Unit tests and scenarios
# run with the address and undefined sanitizers, the browser without.
test:
	@tools/install-packages test
	@$(MAKE) --no-print-directory -j2 all $(LONG_TESTS)
	@$(MAKE) --no-print-directory -j2 VARIANT=asan all unit
	@tests/run

# What is found is kept in build/fuzz: inputs that reach new code, and what
# breaks the target, which becomes a seed.
SECONDS = 60
fuzz-%:
	@tools/install-packages fuzz
	@$(MAKE) --no-print-directory -j2 VARIANT=fuzz fuzzing-$*

fuzzing-%: $(OUT)/tests/fuzz/fuzz_% $(OUT)/tests/fuzz/words.dict
	@mkdir -p $(OUT)/found/$*
	$< -max_total_time=$(SECONDS) -timeout=30 -max_len=8192 -print_final_stats=1 \
	    -dict=$(OUT)/tests/fuzz/words.dict -artifact_prefix=$(OUT)/broken-$*- \
	    $(OUT)/found/$* tests/fuzz/seeds/$*

$(OUT)/tests/fuzz/words.dict: tests/fuzz/words.law
	@mkdir -p $(@D)
	@sed -n 's/^[a-z]* \([a-z0-9-]*\);.*/"\1"/p' $< >$@

# Kenes beside clingo and Z3: a table, and build/release/bench/bench.svg; then
# Kenes beside bare programs for the same work.  `make bench-speed` the latter.
bench:
	@tools/install-packages bench
	@$(MAKE) --no-print-directory -j2 $(OUT)/bench/bench $(OUT)/bench/side
	@$(OUT)/bench/bench $(OUT)/bench
	@$(MAKE) --no-print-directory bench-speed

bench-speed:
	@tools/install-packages bench
	@$(MAKE) --no-print-directory -j2 $(OUT)/kenes $(OUT)/bench/speed
	@$(OUT)/bench/speed $(OUT)/kenes

$(OUT)/bench/bench: $(patsubst %,$(OUT)/bench/%.o,bench copies answers run chart)
$(OUT)/bench/side: $(patsubst %,$(OUT)/bench/%.o,side questions)
$(OUT)/bench/speed: $(patsubst %,$(OUT)/bench/%.o,speed speed_votes speed_pages speed_register \
        speed_law speed_memory place serving clients loop gauge run) \
    $(OUT)/tests/support/support.a $(call linked,web)
$(OUT)/bench/bench $(OUT)/bench/side: $(call linked,inquiry)
$(OUT)/bench/bench $(OUT)/bench/side $(OUT)/bench/speed:
	@echo '  LINK $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) -Wl,--as-needed -lcmocka $(LDLIBS)

# Program, law, manual pages and completion under PREFIX, in DESTDIR.
PREFIX ?= /usr/local
shared = $(DESTDIR)$(PREFIX)/share
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(shared)/kenes/law/local $(shared)/man \
	    $(shared)/bash-completion/completions
	install $(OUT)/kenes $(DESTDIR)$(PREFIX)/bin/kenes
	install -m 644 law/*.law $(shared)/kenes/law
	install -m 644 law/local/*.law $(shared)/kenes/law/local
	$(OUT)/kenes manual $(shared)/man
	$(OUT)/kenes completion >$(shared)/bash-completion/completions/kenes

lint:
	@tools/install-packages lint
	@tools/lint

clean:
	rm -rf build

-include $(wildcard $(OUT)/src/*/*.d $(OUT)/tests/*/*.d $(OUT)/generated/*.d $(OUT)/bench/*.d)
