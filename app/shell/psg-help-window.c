/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-help-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "psg-document-render.h"
#include "psg-document-tags.h"
#include "psg-link.h"
#include "psg-markdown.h"
#include "psg-palette.h"
#include "psg-reader-view.h"
#include "psg-ui.h"

/*
 * The guide of docs/, read as documents are: the same files, in the app, without any network.
 */

#define PAGES PSG_RESOURCE_PREFIX "/docs/"
/* As many pixels as a comfortable line has. */
#define MEASURE 620

/* In the order of the guide's first page. */
static const struct
{
  const char *name;
  const char *title;
} pages[] = {
  { "README", N_("The Guide") },
  { "at-home", N_("At Home") },
  { "in-class", N_("In Class") },
  { "research", N_("For Research") },
  { "your-own-collection", N_("Your Own Collection") },
};

#define PSG_TYPE_HELP_WINDOW (psg_help_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgHelpWindow, psg_help_window, PSG, HELP_WINDOW, AdwWindow)

struct _PsgHelpWindow
{
  AdwWindow parent_instance;

  GtkWidget *list;
  GtkWidget *scroller;
  PsgReaderView *view; /* of the page that is shown */
};

G_DEFINE_FINAL_TYPE (PsgHelpWindow, psg_help_window, ADW_TYPE_WINDOW)

/* Between the files, links are paths; between documents, they are kinds and ids. */
static char *
load_page (const char *name)
{
  g_autofree char *path = g_strconcat (PAGES, name, ".md", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (bytes != NULL, NULL);

  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *file = g_strdup_printf ("](%s.md)", pages[i].name);
      g_autofree char *link = g_strdup_printf ("](document:%s)", pages[i].name);

      g_string_replace (text, file, link, 0);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static PsgRendering *
render (const char    *name,
        GtkTextBuffer *buffer)
{
  g_autofree char *source = load_page (name);
  g_autoptr (PsgMarkdown) parsed = psg_markdown_parse (source, strlen (source));
  PsgDocument document = { .text = parsed->text, .blocks = parsed->blocks, .runs = parsed->runs };

  psg_document_tags_create (gtk_text_buffer_get_tag_table (buffer));
  psg_document_tags_refresh (gtk_text_buffer_get_tag_table (buffer), psg_palette_get_scheme ());

  return psg_document_render (&document, NULL, buffer);
}

static void
scheme_changed_cb (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  psg_document_tags_refresh (gtk_text_buffer_get_tag_table (buffer), psg_palette_get_scheme ());
}

static void
choose_page (PsgHelpWindow *self,
             const char    *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                               gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
}

static void
spot_activated_cb (PsgHelpWindow *self,
                   guint          index)
{
  const char *target = psg_reader_view_get_spot (self->view, index)->target;

  if (g_str_has_prefix (target, "document:"))
    choose_page (self, target + strlen ("document:"));
  else
    psg_link_open (GTK_WIDGET (self), target);
}

static void
row_selected_cb (PsgHelpWindow *self,
                 GtkListBoxRow *row)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkWidget *clamp;
  const char *title;

  if (row == NULL)
    return;

  title = _(pages[gtk_list_box_row_get_index (row)].title);
  self->view = PSG_READER_VIEW (psg_reader_view_new ());
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), buffer);
  psg_reader_view_set_rendering (self->view, render (pages[gtk_list_box_row_get_index (row)].name, buffer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->view, "activate-spot", G_CALLBACK (spot_activated_cb), self, G_CONNECT_SWAPPED);
  psg_palette_watch (G_OBJECT (self->view), G_CALLBACK (scheme_changed_cb));

  clamp = adw_clamp_scrollable_new ();
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), MEASURE);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), MEASURE);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
}

static GtkWidget *
new_list (PsgHelpWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (_(pages[i].title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(pages[i].title), -1);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, 210, -1);
  gtk_widget_add_css_class (scroller, "background");

  return scroller;
}

static GtkWidget *
new_header (AdwFlap *flap)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "sidebar-show-symbolic");
  gtk_widget_set_tooltip_text (toggle, _("Pages"));
  g_object_bind_property (flap, "reveal-flap", toggle, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (flap, "folded", toggle, "visible", G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), toggle);

  return header;
}

static void
psg_help_window_class_init (PsgHelpWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
psg_help_window_init (PsgHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *flap = adw_flap_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 920, 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 300);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (self->scroller, "view");
  gtk_widget_set_hexpand (self->scroller, TRUE);
  adw_flap_set_flap (ADW_FLAP (flap), new_list (self));
  adw_flap_set_separator (ADW_FLAP (flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (ADW_FLAP (flap), self->scroller);
  gtk_widget_set_vexpand (flap, TRUE);

  gtk_box_append (GTK_BOX (box), new_header (ADW_FLAP (flap)));
  gtk_box_append (GTK_BOX (box), flap);
  adw_window_set_content (ADW_WINDOW (self), box);
  choose_page (self, pages[0].name);
}

/**
 * psg_help_window_present:
 * @app: the app
 *
 * Shows the guide; there is one window of it.
 */
void
psg_help_window_present (GtkApplication *app)
{
  GtkWindow *window = NULL;

  for (GList *each = gtk_application_get_windows (app); each != NULL && window == NULL; each = each->next)
    if (PSG_IS_HELP_WINDOW (each->data))
      window = each->data;

  if (window == NULL)
    window = g_object_new (PSG_TYPE_HELP_WINDOW, "application", app, NULL);
  gtk_window_present (window);
}
