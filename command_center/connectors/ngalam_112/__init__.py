"""Ngalam 112, the other command centre of the city: its calls by webhook under the contract."""
