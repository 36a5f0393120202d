"""Everything an operator can do, as a table: menus, keys, buttons and the command line read it."""
