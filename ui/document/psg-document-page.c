/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-page.h"

#include <glib/gi18n-lib.h>

#include "psg-document-print.h"
#include "psg-document-render.h"
#include "psg-document-tags.h"
#include "psg-follow.h"
#include "psg-line-layout.h"
#include "psg-link.h"
#include "psg-outline.h"
#include "psg-passage-bar.h"
#include "psg-reader-find.h"
#include "psg-reader-image.h"
#include "psg-reader-layout.h"
#include "psg-reader-menu.h"
#include "psg-reader-view.h"
#include "psg-rows.h"
#include "psg-selection-bar.h"
#include "psg-sight.h"
#include "psg-source-popover.h"
#include "psg-text-size.h"
#include "psg-tooltip.h"

/*
 * The reader's page: it puts a document into a reader view, says what each spot does, and shows the
 * chosen passage. It does not lay out text and does not decide what a passage chooses.
 */

/* How wide a text of the usual size is at most, in pixels: some 75 letters. */
#define MEASURE 524
/* A passage is shown a little above the middle, so that one sees what follows. */
#define PASSAGE_AT 0.3

struct _PsgDocumentPage
{
  PsgPageView parent_instance;

  /* owned */
  PsgSession *session;
  PsgDocument *document;
  GtkTextBuffer *buffer;
  PsgReaderFind *find;
  PsgHighlights *highlights;

  /* borrowed */
  PsgReaderView *view;
  GtkWidget *clamp;
  PsgReaderLayout *layout;
  PsgRendering *rendering; /* the view's */
  GtkWidget *popover;      /* (nullable): of the citation looked at last; the view's child */
};

G_DEFINE_FINAL_TYPE (PsgDocumentPage, psg_document_page, PSG_TYPE_PAGE_VIEW)

static void
refresh_tags_cb (PsgDocumentPage *self)
{
  psg_document_tags_refresh (gtk_text_buffer_get_tag_table (self->buffer), psg_palette_get_scheme ());
}

static void
show_citation (PsgDocumentPage *self,
               guint            index,
               const char      *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgSource) source = NULL;
  GdkRectangle area;

  source = psg_collection_load_source (psg_session_get_collection (self->session), id, &error);
  if (source == NULL)
    {
      psg_show_error (GTK_WIDGET (self), error->message);
      return;
    }

  psg_reader_view_get_spot_area (self->view, index, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET,
                                         area.x, area.y, &area.x, &area.y);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = psg_source_popover_new (self->session, source);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  psg_tooltip_hush (GTK_POPOVER (self->popover));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
activate_spot_cb (PsgReaderView   *view,
                  guint            index,
                  PsgDocumentPage *self)
{
  const PsgSpot *spot = psg_reader_view_get_spot (view, index);
  g_autofree char *link = NULL;

  switch (spot->kind)
    {
    case PSG_SPOT_CITATION:
      show_citation (self, index, spot->target);
      break;
    case PSG_SPOT_LINK:
      psg_follow_any (GTK_WIDGET (self), self->session, spot->target);
      break;
    case PSG_SPOT_SOURCE:
      link = g_strconcat ("source:", spot->target, NULL);
      psg_follow (GTK_WIDGET (self), self->session, link);
      break;
    case PSG_SPOT_PASSAGE:
    default:
      psg_follow_passage (GTK_WIDGET (self), self->session, self->document->id, spot->target);
      break;
    }
}

static void
add_note_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  psg_highlights_add (PSG_DOCUMENT_PAGE (widget)->highlights, PSG_NOTE_YELLOW, TRUE);
}

/* A click on marked words that lead nowhere shows the note. */
static void
clicked_cb (PsgDocumentPage *self,
            guint            offset)
{
  int index = psg_highlights_find (self->highlights, offset);

  if (index >= 0)
    psg_highlights_show (self->highlights, (guint) index);
}

static gboolean
is_shown (PsgDocumentPage *self)
{
  const PsgPage *page = psg_session_get_page (self->session);

  return page->kind == PSG_KIND_DOCUMENT && g_strcmp0 (page->id, self->document->id) == 0;
}

static void
fit_images (PsgDocumentPage *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GdkRectangle visible;
  int room;

  gtk_text_view_get_visible_rect (view, &visible);
  room = visible.width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  for (guint i = 0; i < self->rendering->images->len; i++)
    {
      const PsgImagePlace *image = &g_array_index (self->rendering->images, PsgImagePlace, i);
      guint n;
      g_autofree GtkWidget **widgets = gtk_text_child_anchor_get_widgets (image->anchor, &n);

      if (n > 0)
        psg_reader_image_fit (PSG_READER_IMAGE (widgets[0]), room);
    }
}

/* While one page gives way to another both are on the screen: only the one that comes counts. */
static void
sight_changed_cb (PsgDocumentPage *self)
{
  guint start, end;

  fit_images (self);
  if (!is_shown (self))
    return;

  psg_reader_view_get_sight (self->view, &start, &end);
  psg_sight_tell (self->session, self->document, self->rendering, start, end);
}

static void
unmapped_cb (PsgDocumentPage *self)
{
  if (self->session != NULL && is_shown (self))
    psg_session_set_mentioned (self->session, NULL, 0);
}

static void
heading_chosen_cb (PsgDocumentPage *self,
                   guint            index)
{
  const PsgStretch *heading = &g_array_index (self->rendering->headings, PsgStretch, index);

  psg_reader_view_show_offset (self->view, heading->start, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The words that are selected, as they stand in the document: without the marks that are shown between
 * them. Returns: (nullable): %NULL if none are. */
static char *
dup_selected (PsgDocumentPage *self)
{
  GtkTextIter from, to;
  guint start, end;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to))
    return NULL;

  start = psg_text_map_to_position (self->rendering->map, gtk_text_iter_get_offset (&from));
  end = psg_text_map_to_position (self->rendering->map, gtk_text_iter_get_offset (&to));

  return end > start ? g_utf8_substring (self->document->text, start, end) : NULL;
}

static void
copy_quote_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autofree char *words = dup_selected (PSG_DOCUMENT_PAGE (widget));

  if (words == NULL || !gtk_widget_activate_action (widget, "win.copy-quote", "s", words))
    gtk_widget_error_bell (widget);
}

static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PsgReaderFind *find = PSG_DOCUMENT_PAGE (widget)->find;

  if (g_str_equal (action, "reader.find"))
    psg_reader_find_open (find);
  else
    psg_reader_find_step (find, g_str_equal (action, "reader.find-next") ? 1 : -1);
}

static void
selection_changed_cb (PsgDocumentPage *self)
{
  gboolean selected = gtk_text_buffer_get_has_selection (self->buffer);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy-quote", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.add-note", selected);
}

static void
add_menu (PsgDocumentPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) more = psg_reader_menu_new ();

  g_menu_append (menu, _("Copy with C_itation"), "reader.copy-quote");
  g_menu_append (menu, _("Add _Note"), "reader.add-note");
  g_menu_append_section (menu, NULL, more);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (menu));
  g_signal_connect_object (self->buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

static const char *
get_kind_label (const char *kind)
{
  if (g_strcmp0 (kind, "brief") == 0)
    return _("Brief");
  if (g_strcmp0 (kind, "background") == 0)
    return _("Background");
  if (g_strcmp0 (kind, "reference") == 0)
    return _("Reference");

  return _("Document");
}

/* What kind of document it is, and of when; below each other where there is no room. */
static GtkWidget *
new_facts (PsgDocumentPage *self)
{
  GtkWidget *facts = psg_chip_box_new ();
  g_autofree char *caps = g_utf8_strup (get_kind_label (self->document->kind), -1);
  GtkWidget *kind = gtk_label_new (caps);

  gtk_widget_add_css_class (facts, "reader-facts");
  gtk_widget_set_valign (facts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (kind, "page-kicker");
  gtk_box_append (GTK_BOX (facts), kind);

  if (self->document->date != NULL)
    {
      g_autofree char *day = psg_edtf_format_display (self->document->date);
      /* Translators: %s is a date; the document says how things stood then */
      g_autofree char *date = g_strdup_printf (_("as of %s"), day);

      gtk_box_append (GTK_BOX (facts), psg_label_new (date, "page-facts"));
    }

  return facts;
}

static GtkWidget *
new_tools (PsgDocumentPage *self)
{
  GtkWidget *tools = psg_line_new (6);

  gtk_widget_add_css_class (tools, "reader-tools");
  gtk_widget_set_valign (tools, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (tools), psg_outline_button_new (self->buffer, self->rendering->headings,
                                                           G_CALLBACK (heading_chosen_cb), G_OBJECT (self)));
  gtk_box_append (GTK_BOX (tools), psg_reader_menu_button_new ());

  return tools;
}

static void
add_images (PsgDocumentPage *self)
{
  for (guint i = 0; i < self->rendering->images->len; i++)
    {
      const PsgImagePlace *image = &g_array_index (self->rendering->images, PsgImagePlace, i);

      gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self->view),
                                         psg_reader_image_new (psg_session_get_collection (self->session),
                                                               image->name, image->label),
                                         image->anchor);
    }
}

static void
fill_buffer (PsgDocumentPage *self)
{
  psg_document_tags_create (gtk_text_buffer_get_tag_table (self->buffer));
  self->rendering = psg_document_render (self->document,
                                         psg_session_get_collection (self->session),
                                         self->buffer);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), self->buffer);
  psg_reader_view_set_rendering (self->view, self->rendering);
  add_images (self);
  self->highlights = psg_highlights_new (self->session, self->document, GTK_TEXT_VIEW (self->view), self->rendering);
  psg_selection_bar_add (self->highlights, GTK_TEXT_VIEW (self->view));
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (refresh_tags_cb));
}

/* A line holds as many words at any size. */
static void
set_measure (PsgDocumentPage *self,
             guint            size)
{
  int measure = (int) (MEASURE * size / 100);

  psg_reader_layout_set_measure (self->layout, measure);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (self->clamp), measure);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (self->clamp), measure);
}

static GtkWidget *
new_scroller (PsgDocumentPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->clamp = adw_clamp_scrollable_new ();
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (self->clamp), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  self->rendering->cells->len > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);

  return scroller;
}

static void
build (PsgDocumentPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *facts = new_facts (self);
  GtkWidget *tools = new_tools (self);
  GtkWidget *subject = psg_passage_bar_new (self->session);
  GtkWidget *scroller = new_scroller (self);
  GtkWidget *bar;

  self->find = psg_reader_find_new (self->view);
  bar = psg_reader_find_get_bar (self->find);
  gtk_box_append (GTK_BOX (box), facts);
  gtk_box_append (GTK_BOX (box), subject);
  gtk_box_append (GTK_BOX (box), tools);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  self->layout = PSG_READER_LAYOUT (psg_reader_layout_new (facts, tools, subject, bar, scroller));
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (self->layout));
  set_measure (self, PSG_TEXT_SIZE_NORMAL);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* In a reader the position is the first character in sight: it means the same at any width. */
static double
psg_document_page_get_position (PsgPageView *page)
{
  return psg_reader_view_get_top (PSG_DOCUMENT_PAGE (page)->view);
}

static void
psg_document_page_set_position (PsgPageView *page,
                                double       position)
{
  if (position > 0)
    psg_reader_view_show_offset (PSG_DOCUMENT_PAGE (page)->view, (guint) position, 0);
}

static void
psg_document_page_dispose (GObject *object)
{
  PsgDocumentPage *self = PSG_DOCUMENT_PAGE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->highlights != NULL)
    g_object_run_dispose (G_OBJECT (self->highlights));
  g_clear_object (&self->highlights);
  g_clear_object (&self->session);
  g_clear_object (&self->find);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (psg_document_page_parent_class)->dispose (object);
}

static void
psg_document_page_finalize (GObject *object)
{
  PsgDocumentPage *self = PSG_DOCUMENT_PAGE (object);

  g_clear_pointer (&self->document, psg_document_unref);

  G_OBJECT_CLASS (psg_document_page_parent_class)->finalize (object);
}

static void
psg_document_page_class_init (PsgDocumentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  PsgPageViewClass *page_class = PSG_PAGE_VIEW_CLASS (klass);

  object_class->dispose = psg_document_page_dispose;
  object_class->finalize = psg_document_page_finalize;
  page_class->get_position = psg_document_page_get_position;
  page_class->set_position = psg_document_page_set_position;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reader.copy-quote", NULL, copy_quote_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reader.add-note", NULL, add_note_cb);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "reader.copy-quote", NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reader.find", NULL, find_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reader.find-next", NULL, find_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reader.find-previous", NULL, find_cb);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F3, 0, "reader.find-next", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "reader.find-previous", NULL);
}

static void
psg_document_page_init (PsgDocumentPage *self)
{
  self->view = PSG_READER_VIEW (psg_reader_view_new ());
  self->buffer = gtk_text_buffer_new (NULL);
  g_signal_connect (self->view, "activate-spot", G_CALLBACK (activate_spot_cb), self);
  g_signal_connect_swapped (self->view, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (self->view, "sight-changed", G_CALLBACK (sight_changed_cb), self);
  g_signal_connect (self, "unmap", G_CALLBACK (unmapped_cb), NULL);
  add_menu (self);
}

/**
 * psg_document_page_new:
 * @session: a session with a collection
 * @document: a document of it, with its text
 *
 * Returns: (transfer floating): a reader
 */
GtkWidget *
psg_document_page_new (PsgSession        *session,
                       const PsgDocument *document)
{
  PsgDocumentPage *self = g_object_new (PSG_TYPE_DOCUMENT_PAGE, NULL);

  self->session = g_object_ref (session);
  self->document = psg_document_ref (document);
  fill_buffer (self);
  build (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, psg_text_get (document->title), -1);

  return GTK_WIDGET (self);
}

const char *
psg_document_page_get_id (PsgDocumentPage *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_PAGE (self), NULL);

  return self->document->id;
}

/* (transfer none): what shows the text */
GtkWidget *
psg_document_page_get_view (PsgDocumentPage *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_PAGE (self), NULL);

  return GTK_WIDGET (self->view);
}

/* (transfer none): the person's notes on it */
PsgHighlights *
psg_document_page_get_highlights (PsgDocumentPage *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_PAGE (self), NULL);

  return self->highlights;
}

GtkTextBuffer *
psg_document_page_get_buffer (PsgDocumentPage *self)
{
  g_return_val_if_fail (PSG_IS_DOCUMENT_PAGE (self), NULL);

  return self->buffer;
}

/* Where a passage lies, or a position that is written in its place. */
static gboolean
find_passage (PsgDocumentPage *self,
              const char      *id,
              guint           *first,
              guint           *last)
{
  GPtrArray *passages = self->document->passages;

  if (psg_page_read_position (id, first, last))
    {
      guint length = g_utf8_strlen (self->document->text, -1);

      *last = MIN (*last, length);
      return *first < *last;
    }

  for (guint i = 0; id != NULL && passages != NULL && i < passages->len; i++)
    {
      const PsgPassage *passage = g_ptr_array_index (passages, i);

      if (g_str_equal (passage->id, id))
        {
          *first = passage->anchor->start;
          *last = passage->anchor->end;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * psg_document_page_show_passage:
 * @self: a reader
 * @passage: (nullable): a passage's id or a position, as #PsgPage has it; %NULL to
 *   highlight none
 */
void
psg_document_page_show_passage (PsgDocumentPage *self,
                                const char      *passage)
{
  guint first, last;
  GtkTextIter start, end;

  g_return_if_fail (PSG_IS_DOCUMENT_PAGE (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, PSG_TAG_CHOSEN, &start, &end);

  if (!find_passage (self, passage, &first, &last))
    return;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      psg_text_map_to_offset (self->rendering->map, first));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      psg_text_map_to_end_offset (self->rendering->map, last));
  gtk_text_buffer_apply_tag_by_name (self->buffer, PSG_TAG_CHOSEN, &start, &end);
  /* Where a screen reader goes on. */
  gtk_text_buffer_place_cursor (self->buffer, &start);
  psg_reader_view_show_offset (self->view, gtk_text_iter_get_offset (&start), PASSAGE_AT);
}

/**
 * psg_document_page_focus_text:
 * @self: a reader
 *
 * Gives the focus to the text, where it is read on.
 */
void
psg_document_page_focus_text (PsgDocumentPage *self)
{
  g_return_if_fail (PSG_IS_DOCUMENT_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * psg_document_page_get_highlight:
 * @self: a reader
 * @start: (out): the first offset highlighted
 * @end: (out): the first offset after
 *
 * Returns: whether any passage is highlighted
 */
gboolean
psg_document_page_get_highlight (PsgDocumentPage *self,
                                 guint           *start,
                                 guint           *end)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), PSG_TAG_CHOSEN);
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (self->buffer, &iter);
  if (!gtk_text_iter_starts_tag (&iter, tag) && !gtk_text_iter_forward_to_tag_toggle (&iter, tag))
    return FALSE;

  *start = gtk_text_iter_get_offset (&iter);
  gtk_text_iter_forward_to_tag_toggle (&iter, tag);
  *end = gtk_text_iter_get_offset (&iter);

  return TRUE;
}

/**
 * psg_document_page_print:
 * @self: a reader
 *
 * Returns: (transfer full): printing its document, to be run
 */
GtkPrintOperation *
psg_document_page_print (PsgDocumentPage *self)
{
  const PsgCollectionInfo *info;

  g_return_val_if_fail (PSG_IS_DOCUMENT_PAGE (self), NULL);

  info = psg_collection_get_info (psg_session_get_collection (self->session));

  return psg_document_print_new (self->buffer, self->rendering->cells,
                                 psg_text_get (self->document->title), psg_text_get (info->title));
}

/**
 * psg_document_page_set_text_size:
 * @self: a reader
 * @size: in percent of the usual size; see psg-text-size.h
 *
 * Sets the text larger or smaller, and its lines longer or shorter. What is at the top stays there.
 */
void
psg_document_page_set_text_size (PsgDocumentPage *self,
                                 guint            size)
{
  GtkTextTagTable *table;
  guint top;

  g_return_if_fail (PSG_IS_DOCUMENT_PAGE (self));

  table = gtk_text_buffer_get_tag_table (self->buffer);
  size = psg_text_size_step (size, 0);
  if (size == psg_document_tags_get_size (table))
    return;

  top = psg_reader_view_get_top (self->view);
  psg_document_tags_set_size (table, size);
  psg_text_size_apply (GTK_WIDGET (self->view), size);
  set_measure (self, size);
  if (top > 0)
    psg_reader_view_show_offset (self->view, top, 0);
}
