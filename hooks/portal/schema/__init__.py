"""Schema: the shapes of content, one collection or group of pages a module. No field is read that is not declared here.

What a field says besides its type, such as what it refers to, stands beside it as an annotation. Nothing else lists it.
"""
