/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-cite-window.h"

#include <glib/gi18n-lib.h>

#include "psg-file-chooser.h"

/*
 * Shows a citation before it is taken away. It writes nothing itself: what stands in the window is what
 * is copied and saved, letter by letter.
 */

#define WIDTH 540
#define TEXT_HEIGHT 190
#define MARGIN 18

struct _PsgCiteWindow
{
  AdwWindow parent_instance;

  PsgCitation *citation; /* owned */

  /* template-like: made in init, owned by the window */
  AdwToastOverlay *toasts;
  GtkDropDown *styles;
  GtkTextView *text;
};

enum
{
  PROP_0,
  PROP_STYLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PsgCiteWindow, psg_cite_window, ADW_TYPE_WINDOW)

static PsgCitationFormat
get_format (PsgCiteWindow *self)
{
  return gtk_drop_down_get_selected (self->styles);
}

static void
tell (PsgCiteWindow *self,
      const char    *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
show_text (PsgCiteWindow *self)
{
  g_autofree char *text = psg_cite_window_dup_text (self);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  /* Words are read, the rest is looked over line by line. */
  gtk_text_view_set_monospace (self->text, get_format (self) != PSG_CITATION_CHICAGO);
}

static void
style_chosen_cb (PsgCiteWindow *self)
{
  if (self->citation != NULL)
    show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

static void
copy_clicked_cb (PsgCiteWindow *self)
{
  g_autofree char *text = psg_cite_window_dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  tell (self, _("Citation copied"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PsgCiteWindow) self = PSG_CITE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell (self, _("Citation saved"));
  else
    tell (self, error->message);
}

static void
file_chosen_cb (GFile   *file,
                gpointer user_data)
{
  g_autoptr (PsgCiteWindow) self = PSG_CITE_WINDOW (user_data);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (file == NULL)
    return;

  text = psg_cite_window_dup_text (self);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
save_clicked_cb (PsgCiteWindow *self)
{
  const char *extension = psg_citation_format_get_extension (get_format (self));
  g_autofree char *name = g_strdup_printf ("%s.%s", self->citation->key, extension);
  g_autofree char *pattern = g_strdup_printf ("*.%s", extension);

  psg_file_chooser_save (GTK_WINDOW (self), _("Save Citation"), name,
                         psg_citation_format_get_name (get_format (self)), pattern,
                         file_chosen_cb, g_object_ref (self));
}

static void
psg_cite_window_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_STYLE)
    g_value_set_string (value, psg_citation_format_get_nick (get_format (PSG_CITE_WINDOW (object))));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
psg_cite_window_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_STYLE)
    gtk_drop_down_set_selected (PSG_CITE_WINDOW (object)->styles,
                                psg_citation_format_from_nick (g_value_get_string (value)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
psg_cite_window_finalize (GObject *object)
{
  g_clear_pointer (&PSG_CITE_WINDOW (object)->citation, psg_citation_free);

  G_OBJECT_CLASS (psg_cite_window_parent_class)->finalize (object);
}

static void
psg_cite_window_class_init (PsgCiteWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = psg_cite_window_finalize;
  object_class->get_property = psg_cite_window_get_property;
  object_class->set_property = psg_cite_window_set_property;

  properties[PROP_STYLE] =
      g_param_spec_string ("style", NULL, NULL, "chicago",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_style_line (PsgCiteWindow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("S_tyle"));
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < PSG_N_CITATION_FORMATS; i++)
    gtk_string_list_append (names, psg_citation_format_get_name (i));

  self->styles = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->styles), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->styles));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->styles),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (self->styles, "notify::selected", G_CALLBACK (style_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->styles));

  return line;
}

static GtkWidget *
new_preview (PsgCiteWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_editable (self->text, FALSE);
  gtk_text_view_set_cursor_visible (self->text, FALSE);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_text_view_set_top_margin (self->text, 12);
  gtk_text_view_set_bottom_margin (self->text, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Citation"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "citation");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
new_buttons (PsgCiteWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save…"));
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));

  gtk_widget_add_css_class (copy, "suggested-action");
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), save);
  gtk_box_append (GTK_BOX (box), copy);
  gtk_window_set_default_widget (GTK_WINDOW (self), copy);

  return box;
}

static void
psg_cite_window_init (PsgCiteWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *bar = adw_header_bar_new ();

  gtk_widget_set_margin_start (content, MARGIN);
  gtk_widget_set_margin_end (content, MARGIN);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, MARGIN);
  gtk_widget_add_css_class (bar, "flat");
  gtk_box_append (GTK_BOX (content), new_style_line (self));
  gtk_box_append (GTK_BOX (content), new_preview (self));
  gtk_box_append (GTK_BOX (content), new_buttons (self));

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, content);
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_title (GTK_WINDOW (self), _("Cite"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * psg_cite_window_new:
 * @parent: the window it belongs to
 * @citation: (transfer full): what is cited
 *
 * Returns: (transfer none): a window, not yet shown; GTK owns it
 */
PsgCiteWindow *
psg_cite_window_new (GtkWindow   *parent,
                     PsgCitation *citation)
{
  PsgCiteWindow *self = g_object_new (PSG_TYPE_CITE_WINDOW, "transient-for", parent, NULL);

  self->citation = citation;
  show_text (self);

  return self;
}

/**
 * psg_cite_window_dup_text:
 * @self: the window
 *
 * Returns: (transfer full): the citation in the chosen style
 */
char *
psg_cite_window_dup_text (PsgCiteWindow *self)
{
  g_return_val_if_fail (PSG_IS_CITE_WINDOW (self), NULL);

  return psg_citation_to_string (self->citation, get_format (self));
}
