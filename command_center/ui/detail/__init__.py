"""The selected incident: what is known, who could go, what was done."""
