/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter-terms.h"

#include <glib/gi18n-lib.h>

#include "psg-filter-words.h"
#include "psg-follow.h"
#include "psg-range-chip.h"
#include "psg-wrap-layout.h"

/*
 * The range chip stays, since its popover is open while it changes; the others are made
 * anew with every filter. What cannot be read is told only after a rest, so that nobody
 * is told off for a date half typed.
 */

#define TERM_KEY "psg-term"
#define REST_MS 700

struct _PsgFilterTerms
{
  AdwBin parent_instance;

  PsgSession *session; /* owned */

  /* borrowed */
  GtkWidget *chips;
  GtkWidget *range;
  GtkWidget *problem;
  guint rest_source;
};

G_DEFINE_FINAL_TYPE (PsgFilterTerms, psg_filter_terms, ADW_TYPE_BIN)

static void
remove_clicked_cb (GtkWidget      *button,
                   PsgFilterTerms *self)
{
  g_autoptr (PsgFilter) filter = NULL;
  g_autoptr (GError) error = NULL;

  filter = psg_filter_without (psg_session_get_filter (self->session),
                               g_object_get_data (G_OBJECT (button), TERM_KEY));
  if (!psg_session_set_filter (self->session, filter, &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

static void
add_chip (PsgFilterTerms *self,
          const char     *term,
          const char     *text)
{
  /* Translators: takes a term out of the filter, such as “From 1 Mar 2021” */
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), text);
  GtkWidget *button, *chip = psg_chip_new_removable (text, remove, &button);

  g_object_set_data_full (G_OBJECT (button), TERM_KEY, g_strdup (term), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

/* Lanes and the range have chips of their own elsewhere. */
static gboolean
is_shown_elsewhere (const char *term)
{
  return g_str_has_prefix (term, "lane:") || g_str_has_prefix (term, "during:") ||
         g_str_has_prefix (term, "certainly:");
}

static void
show_chips (PsgFilterTerms *self,
            PsgFilter      *filter)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  g_autoptr (GPtrArray) words = NULL;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_last_child (self->chips)) != self->range)
    gtk_box_remove (GTK_BOX (self->chips), chip);

  words = collection != NULL ? psg_filter_describe (filter, collection) : g_ptr_array_new ();
  for (guint i = 0; i < words->len; i++)
    {
      const PsgFilterWords *each = g_ptr_array_index (words, i);

      if (!is_shown_elsewhere (each->term))
        add_chip (self, each->term, each->text);
    }

  gtk_widget_set_visible (self->chips, gtk_widget_get_visible (self->range) ||
                                       gtk_widget_get_last_child (self->chips) != self->range);
}

static gboolean
rested_cb (gpointer user_data)
{
  PsgFilterTerms *self = user_data;
  const char *problem = psg_filter_get_problem (psg_session_get_filter (self->session));

  self->rest_source = 0;
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);

  return G_SOURCE_REMOVE;
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
filter_changed_cb (PsgFilterTerms *self)
{
  PsgFilter *filter = psg_session_get_filter (self->session);
  gboolean focused = has_focus (self->chips);

  show_chips (self, filter);

  /* A chip that is taken away must not take the keyboard with it. */
  if (focused && !has_focus (self->chips) && !gtk_widget_child_focus (self->chips, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (self)), ADW_TYPE_BIN),
                            GTK_DIR_TAB_FORWARD);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (psg_filter_get_problem (filter) == NULL)
    rested_cb (self);
  else
    self->rest_source = g_timeout_add (REST_MS, rested_cb, self);
}

static void
psg_filter_terms_dispose (GObject *object)
{
  PsgFilterTerms *self = PSG_FILTER_TERMS (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_filter_terms_parent_class)->dispose (object);
}

static void
psg_filter_terms_class_init (PsgFilterTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_filter_terms_dispose;
}

static void
psg_filter_terms_init (PsgFilterTerms *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->problem), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->problem), 12);
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_add_css_class (self->problem, "problem");
  gtk_widget_set_visible (self->problem, FALSE);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (self->chips, psg_wrap_layout_new (6));
  gtk_widget_add_css_class (self->chips, "terms");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other filter terms"), -1);

  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->chips);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * psg_filter_terms_new:
 * @session: the session
 *
 * Returns: (transfer floating): terms
 */
GtkWidget *
psg_filter_terms_new (PsgSession *session)
{
  PsgFilterTerms *self = g_object_new (PSG_TYPE_FILTER_TERMS, NULL);

  self->session = g_object_ref (session);
  self->range = psg_range_chip_new (session);
  gtk_box_append (GTK_BOX (self->chips), self->range);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);

  return GTK_WIDGET (self);
}
