/** What editors give back of HTML that was put into them: `globalThis.editors`, by their names. */
import EditorJS from "@editorjs/editorjs";
import RawTool from "@editorjs/raw";
import { $generateHtmlFromNodes, $generateNodesFromDOM } from "@lexical/html";
import { LinkNode } from "@lexical/link";
import { Editor as Tiptap } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { ClassicEditor, Essentials, HtmlEmbed, Link, Paragraph } from "ckeditor5";
import { $getRoot, $insertNodes, createEditor } from "lexical";
import Quill from "quill";
import "trix";
import tinymce from "tinymce/tinymce";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/icons/default";

function place(tag = "div") {
  return document.body.appendChild(document.createElement(tag));
}

async function throughTiny(html, options) {
  const [editor] = await tinymce.init({
    target: place("textarea"),
    license_key: "gpl",
    skin: false,
    content_css: false,
    ...options,
  });
  editor.setContent(html);
  return editor.getContent();
}

function ckeditor(plugins) {
  return ClassicEditor.create(place(), { licenseKey: "GPL", plugins: [Essentials, Paragraph, ...plugins] });
}

async function editorJs(tools) {
  const editor = new EditorJS({ holder: place(), tools });
  await editor.isReady;
  return editor;
}

globalThis.editors = {
  // Each as it comes, in its source view or as if loaded from an article.
  TinyMCE: (html) => throughTiny(html, {}),
  async CKEditor(html) {
    const editor = await ckeditor([Link]);
    editor.setData(html);
    return editor.getData();
  },
  Quill(html) {
    const editor = new Quill(place());
    editor.clipboard.dangerouslyPasteHTML(html);
    return editor.getSemanticHTML();
  },
  Tiptap: (html) => new Tiptap({ element: place(), extensions: [StarterKit], content: html }).getHTML(),
  Lexical(html) {
    const editor = createEditor({ nodes: [LinkNode], onError: (error) => reportError(error) });
    editor.setRootElement(place());
    const update = () => {
      $getRoot().select();
      $insertNodes($generateNodesFromDOM(editor, new DOMParser().parseFromString(html, "text/html")));
    };
    editor.update(update, { discrete: true });
    return editor.read(() => $generateHtmlFromNodes(editor));
  },
  Trix(html) {
    const element = place("trix-editor");
    element.editor.loadHTML(html);
    return element.value;
  },
  async "Editor.js"(html) {
    const editor = await editorJs({});
    await editor.blocks.renderFromHTML(html);
    const { blocks } = await editor.save();
    return blocks.map(({ data }) => data.text).join("\n");
  },
  // Each as its own documentation lets HTML through.
  "TinyMCE that knows the tag": (html) =>
    throughTiny(html, {
      custom_elements: "desertion-stats",
      extended_valid_elements: "script[type|src],desertion-stats[*],svg[*]",
    }),
  async "CKEditor’s HTML embed"(html) {
    const editor = await ckeditor([HtmlEmbed]);
    editor.execute("htmlEmbed", html);
    return editor.getData();
  },
  async "Editor.js’s raw HTML"(html) {
    const editor = await editorJs({ raw: RawTool });
    await editor.blocks.render({ blocks: [{ type: "raw", data: { html } }] });
    const { blocks } = await editor.save();
    return blocks[0].data.html;
  },
};
