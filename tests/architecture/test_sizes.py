"""Files and functions stay small enough to be read in one sitting."""

from statistics import median

from tests.architecture.source_tree import facts, product_files, project_files, shown

LONGEST_FILE = 500
MEDIAN_FILE = 150
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 8


def test_no_python_file_is_over_the_limit() -> None:
    sizes = {
        shown(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in project_files()
        if path.suffix == ".py"
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_the_median_file_is_short() -> None:
    sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in product_files()]
    assert median(sizes) <= MEDIAN_FILE


def test_no_function_is_over_the_limit() -> None:
    long_ones = [
        f"{shown(path, function.line)} {function.name}: {function.lines} lines"
        for path in product_files()
        for function in facts(path).functions
        if function.lines > LONGEST_FUNCTION
    ]
    assert long_ones == []


def test_the_median_function_is_short() -> None:
    sizes = [function.lines for path in product_files() for function in facts(path).functions]
    assert median(sizes or [0]) <= MEDIAN_FUNCTION
