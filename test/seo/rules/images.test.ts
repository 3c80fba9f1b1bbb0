import { oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const body = (html: string) => oneHtmlPage('<title>x</title>', html);

describeRule('image-alt-missing', {
  finds: {
    'an image without the attribute': { ...body('<img src="a.png">'), at: ['index.html: a.png'] },
    'a title, which is no alternative text, and an empty label': {
      ...body('<img src="a.png" title="x"><img src="b.png" aria-label=" ">'),
      at: ['index.html: a.png', 'index.html: b.png'],
    },
    'an image button and an area': {
      ...body('<input type="IMAGE" src="go.png"><map><area href="/a"></map>'),
      at: ['index.html: go.png', 'index.html'],
    },
    'an image after what is hidden': {
      ...body('<div aria-hidden="true"><div></div></div><img src="a.png"><p hidden>x<p><img src="b.png">'),
      at: ['index.html: a.png', 'index.html: b.png'],
    },
    'an image without a source': { ...body('<img class="lazy">'), at: ['index.html'] },
  },
  passes: {
    'an empty alternative text, with and without quotes': body(
      '<img src="a.png" alt=""><img src="a.png" alt>',
    ),
    'decoration and labels': body(
      '<img src=1 role="presentation"><img src=2 role=none><img src=3 aria-hidden="true"><img src=4 aria-label="x"><img src=5 aria-labelledby="y">',
    ),
    'a tracking pixel, and an image that is not shown': body(
      '<img src="https://example.com/p.gif" width="1" height="1"><img src="a.png" style="color:red; display : none">',
    ),
    'an image within what is hidden, and a hidden one': body(
      '<div aria-hidden="true"><img src=1></div><section hidden><section></section><img src=2></section><img src=3 hidden>',
    ),
    'images in noscript, a template, a comment and a script': body(
      '<noscript><img src=1></noscript><template><img src=2></template><!-- <img src=3> --><script>"<img src=4>"</script>',
    ),
    'a source of a picture and another input': body(
      '<picture><source srcset="a.webp"><img src="a.png" alt="x"></picture><input type="text"><map><area alt="x"></map>',
    ),
  },
});

describeRule('image-dimensions-missing', {
  finds: {
    'neither attribute, one of them, an invalid one': {
      ...body('<img src=a alt=""><img src=b width=10 alt=""><img src=c width=auto height=10 alt="">'),
      at: ['index.html: a', 'index.html: b', 'index.html: c'],
    },
    'a style that leaves the height open': {
      ...body('<img src="a.png" alt="" style="width: 100%; height: auto">'),
      at: ['index.html: a.png'],
    },
  },
  passes: {
    'both attributes, in per cent and zero, too': body(
      '<img src=a width=10 height=20><img src=b width="100%" height=" 20 "><img src=c width=0 height=0>',
    ),
    'a style that sets both, or one and the ratio': body(
      '<img src=a style="WIDTH:10px;height:20px"><img src=b style="aspect-ratio: 16/9" width=10><img src=c height=5 style="width:50%">',
    ),
    'a hidden image': body('<img src=a hidden><div hidden><img src=b></div>'),
    'an image that fills its parent': body('<img src="a.png" data-nimg="fill">'),
    'an image out of the flow, one that is not shown, and one in the page itself': body(
      '<img src=a style="position:absolute"><img src=b style="display:none"><img src=" Data:image/svg+xml,x">',
    ),
    'image buttons and areas': body('<input type="image" src="go.png"><map><area href="/a"></map>'),
  },
});

describeRule('image-lazy-lcp', {
  finds: {
    'a lazy image at the top of main': {
      ...body('<main><img src="hero.jpg" loading="LAZY"><h1>x</h1></main>'),
      at: ['index.html: hero.jpg'],
    },
    'a lazy image right after the main heading': {
      ...body('<nav><h2>Menu</h2></nav><main><h1>x</h1><p>text<img src="hero.jpg" loading="lazy"></main>'),
      at: ['index.html: hero.jpg'],
    },
    'an image of 100 pixels': {
      ...body('<main><img src=a.jpg width=100 height=100 loading=lazy></main>'),
      at: ['index.html: a.jpg'],
    },
    'only the first': {
      ...body('<main><img src=1 loading=lazy><img src=2 loading=lazy></main>'),
      at: ['index.html: 1'],
    },
  },
  passes: {
    'a first image that is not lazy': body('<main><img src=1><img src=2 loading=lazy></main>'),
    'an image below a section heading': body('<main><h1>x</h1><h2>y</h2><img src=1 loading=lazy></main>'),
    'lazy images outside main': body(
      '<header><img src=1 loading=lazy></header><main>x</main><img src=2 loading=lazy>',
    ),
    'a portrait of which one side is given': body(
      '<main><h1>x</h1><img src=me.jpg height=99 loading=lazy></main>',
    ),
    'a portrait': body('<main><h1>x</h1><img src=me.jpg width=48 height=48 loading=lazy></main>'),
    'a page without main': body('<img src=1 loading=lazy>'),
  },
});
