# On a machine with git, make and Python 3.11 or newer, `make run` or `make test` is all it takes.

PYTHON ?=
BENCH ?= room
export PYTHON VNC SCREEN PICTURE
# Tests begin hundreds of programs of ours: none of them compiles all of it anew.
unexport PYTHONDONTWRITEBYTECODE

bin := .venv/bin
python := $(bin)/python
typed := command_center tests hatch_build.py packaging $(wildcard migrations)

.PHONY: run test test-long check format bench screenshot handbook setup setup-% clean
.PHONY: package package-test package-windows package-windows-test

run: setup-$(if $(filter 1,$(VNC)),vnc,run)
	@bash packaging/run.sh

setup: setup-run

setup-%:
	@bash packaging/setup.sh $*

# All parts always run, beside each other and beside the check: some of them wait more than they
# compute, for cameras, for databases or for processes. Any one that is red makes the whole red.
data := tests/storage tests/chaos
video := tests/unit/video
room := tests/room
window := tests/ui
whole := tests/end_to_end tests/architecture
short := $(python) -m pytest -m "not long"

test: setup-test
	@red=0; mkdir -p build; \
	$(short) $(data) >build/test-data.txt 2>&1 & one=$$!; \
	$(short) $(video) >build/test-video.txt 2>&1 & two=$$!; \
	$(short) $(room) >build/test-room.txt 2>&1 & three=$$!; \
	$(short) $(window) >build/test-window.txt 2>&1 & four=$$!; \
	$(short) $(whole) --deselect tests/architecture/test_sizes.py >build/test-whole.txt 2>&1 & five=$$!; \
	$(MAKE) --no-print-directory check || red=1; \
	$(short) $(addprefix --ignore=,$(data) $(video) $(room) $(window) $(whole)) || red=1; \
	wait $$one || red=1; wait $$two || red=1; wait $$three || red=1; wait $$four || red=1; \
	wait $$five || red=1; \
	cat $(patsubst %,build/test-%.txt,data video room window whole); \
	exit $$red

test-long: setup-test setup-package check
	$(python) -m pytest

check: setup-run
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy $(typed)
	$(bin)/lint-imports --no-logo
	$(python) -m pytest -q tests/architecture/test_sizes.py

format: setup-run
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

bench: setup-test
	$(python) -m tests.benchmarks $(BENCH)

screenshot: setup-run
	@bash packaging/screenshots.sh

handbook: setup-run
	$(python) packaging/handbook.py dist/handbook

package: setup-package
	@bash packaging/build.sh

package-test: setup-package
	@bash packaging/package_test.sh
	@bash packaging/three_falls.sh
	@bash packaging/first_day.sh
	@bash packaging/first_day.sh several

package-windows: setup-windows
	@bash packaging/windows/build.sh

package-windows-test: setup-windows
	@bash packaging/windows/wine.sh

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
