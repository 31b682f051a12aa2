// Read before anything else: the packages ask once, when they are loaded, whether somebody develops here.
process.env.NODE_ENV ??= 'production';
