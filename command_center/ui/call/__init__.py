"""The 110 form: a telephone call becomes an incident without the mouse."""
