/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter-terms.h"

#include <glib/gi18n-lib.h>

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

static char *
format_first_day (const char *date)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse (date, NULL);

  return psg_day_format_short (psg_edtf_get_earliest (edtf));
}

static void
add_after (PsgFilterTerms *self,
           const char     *date)
{
  g_autofree char *term = g_strconcat ("after:", date, NULL);
  g_autofree char *day = format_first_day (date);
  /* Translators: a chip of the filter: only events on this day or later */
  g_autofree char *text = g_strdup_printf (_("From %s"), day);

  add_chip (self, term, text);
}

static void
add_before (PsgFilterTerms *self,
            const char     *date)
{
  g_autofree char *term = g_strconcat ("before:", date, NULL);
  g_autofree char *day = format_first_day (date);
  /* Translators: a chip of the filter: only events before this day */
  g_autofree char *text = g_strdup_printf (_("Before %s"), day);

  add_chip (self, term, text);
}

static void
add_area (PsgFilterTerms  *self,
          const PsgGeoBox *area)
{
  g_autofree char *degrees = psg_geo_box_to_string (area);
  g_autofree char *term = g_strconcat ("area:", degrees, NULL);

  /* Translators: a chip of the filter: only events in a part of the map */
  add_chip (self, term, _("In an area of the map"));
}

static const char *
name_crossing (PsgFilterTerms *self,
               const char     *id)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  GPtrArray *crossings = collection != NULL ? psg_collection_get_crossings (collection) : NULL;

  for (guint i = 0; crossings != NULL && i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (g_str_equal (crossing->id, id))
        return psg_text_get (crossing->short_name);
    }

  return id;
}

static void
show_chips (PsgFilterTerms *self,
            PsgFilter      *filter)
{
  const char *const *crossings = psg_filter_get_crossings (filter);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_last_child (self->chips)) != self->range)
    gtk_box_remove (GTK_BOX (self->chips), chip);

  if (psg_filter_get_after (filter) != NULL)
    add_after (self, psg_filter_get_after (filter));
  if (psg_filter_get_before (filter) != NULL)
    add_before (self, psg_filter_get_before (filter));
  if (psg_filter_get_area (filter) != NULL)
    add_area (self, psg_filter_get_area (filter));
  for (guint i = 0; crossings[i] != NULL; i++)
    {
      g_autofree char *term = g_strconcat ("crossing:", crossings[i], NULL);

      add_chip (self, term, name_crossing (self, crossings[i]));
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
