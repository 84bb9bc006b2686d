"""Art: what is drawn while building: social cards and icons, from the drawings and colours of the site."""
