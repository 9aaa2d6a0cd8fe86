"""Stand-ins for functions of the engine: the same values from less work; `quickening` puts them in."""
