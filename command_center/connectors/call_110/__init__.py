"""110: what the telephone exchange tells of its calls, pulled or pushed under the contract."""
