/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-section.h"

#include <glib/gi18n-lib.h>

#include "psg-rows.h"

/* A section of the collection's page that is filled anew whenever the library tells that it is another. */

struct _PsgOwnSection
{
  AdwBin parent_instance;

  /* owned */
  PsgSession *session;
  PsgLibrary *library; /* (nullable): the one that is watched */
};

G_DEFINE_FINAL_TYPE (PsgOwnSection, psg_own_section, ADW_TYPE_BIN)

static GtkWidget *
new_icon (PsgMedia media)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (media == PSG_MEDIA_PDF ? "x-office-document-symbolic"
                                                                         : "text-x-generic-symbolic");

  gtk_widget_set_tooltip_text (icon, psg_media_get_label (media));

  return icon;
}

static void
add_row (GtkWidget            *list,
         const PsgOwnDocument *document)
{
  g_autofree char *link = g_strconcat ("own:", document->id, NULL);
  g_autofree char *facts = psg_own_document_describe (document);
  /* Translators: %s is the title of a document */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), document->title);
  GtkWidget *row = psg_row_add (list, link, new_icon (document->media), document->title, facts);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-document");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", document->id);
  psg_row_add_suffix (row, button);
}

static GtkWidget *
new_add_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Document…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Markdown, plain text or PDF. You can also drop files on the window."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-document");

  return button;
}

static void
fill (PsgOwnSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GPtrArray *documents = psg_library_get_documents (self->library);
  GtkWidget *section, *list;

  if (documents->len > 0)
    {
      list = psg_section_add_rows (GTK_BOX (box), _("Your documents"), self->session);
      for (guint i = 0; i < documents->len; i++)
        add_row (list, g_ptr_array_index (documents, i));
      section = gtk_widget_get_last_child (box);
    }
  else
    {
      section = psg_section_new (GTK_BOX (box), _("Your documents"));
      gtk_box_append (GTK_BOX (section),
                      psg_label_new (_("Files of your own, Markdown, text or PDF, are copied into your notebook "
                                       "to be read, searched and cited here."), "page-facts"));
    }
  gtk_box_append (GTK_BOX (section), new_add_button ());
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
changed_cb (PsgOwnSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->library != NULL);
  if (self->library != NULL)
    fill (self);
  else
    adw_bin_set_child (ADW_BIN (self), NULL);
}

static void
watch_library_cb (PsgOwnSection *self)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, changed_cb, self);
  g_set_object (&self->library, psg_session_get_library (self->session));
  if (self->library != NULL)
    g_signal_connect_object (self->library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
psg_own_section_dispose (GObject *object)
{
  PsgOwnSection *self = PSG_OWN_SECTION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_own_section_parent_class)->dispose (object);
}

static void
psg_own_section_class_init (PsgOwnSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_own_section_dispose;
}

static void
psg_own_section_init (PsgOwnSection *self)
{
}

/**
 * psg_own_section_new:
 * @session: the session
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
psg_own_section_new (PsgSession *session)
{
  PsgOwnSection *self = g_object_new (PSG_TYPE_OWN_SECTION, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::library", G_CALLBACK (watch_library_cb), self, G_CONNECT_SWAPPED);
  watch_library_cb (self);

  return GTK_WIDGET (self);
}
