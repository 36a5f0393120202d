"""The situation of the city for the public: counts without persons or addresses."""
