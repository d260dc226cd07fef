/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-error.h"

#include "psg-collection.h"

#include <glib/gi18n-lib.h>

/* What can go wrong with a notebook, in words. */

static const char *const messages[] = {
  [PSG_NOTEBOOK_ERROR_READ_ONLY] = N_("The notebook can only be read"),
  [PSG_NOTEBOOK_ERROR_TOO_NEW] = N_("The notebook was written by a newer version of Passages"),
  [PSG_NOTEBOOK_ERROR_DAMAGED] = N_("The notebook is damaged"),
  [PSG_NOTEBOOK_ERROR_BUSY] = N_("Another program is using the notebook"),
  [PSG_NOTEBOOK_ERROR_FULL] = N_("There is no space left for the notebook"),
  [PSG_NOTEBOOK_ERROR_CONFLICT] = N_("The note has been changed elsewhere"),
  [PSG_NOTEBOOK_ERROR_NOT_FOUND] = N_("There is no such note"),
  [PSG_NOTEBOOK_ERROR_INVALID] = N_("The note cannot be kept"),
  [PSG_NOTEBOOK_ERROR_IO] = N_("The notebook cannot be read or written"),
};

/**
 * psg_notebook_fail:
 * @error: return location
 * @code: what went wrong
 * @detail: (nullable): more about it, for those who look for the cause
 *
 * Returns: %FALSE
 */
gboolean
psg_notebook_fail (GError         **error,
                   PsgNotebookError code,
                   const char      *detail)
{
  if (detail == NULL)
    g_set_error_literal (error, PSG_NOTEBOOK_ERROR, code, _(messages[code]));
  else
    g_set_error (error, PSG_NOTEBOOK_ERROR, code, "%s: %s", _(messages[code]), detail);

  return FALSE;
}

static PsgNotebookError
from_collection_error (int code)
{
  switch ((PsgCollectionError) code)
    {
    case PSG_COLLECTION_ERROR_NOT_A_COLLECTION:
    case PSG_COLLECTION_ERROR_DAMAGED:
    case PSG_COLLECTION_ERROR_TOO_OLD:
      return PSG_NOTEBOOK_ERROR_DAMAGED;
    case PSG_COLLECTION_ERROR_TOO_NEW:
      return PSG_NOTEBOOK_ERROR_TOO_NEW;
    case PSG_COLLECTION_ERROR_TOO_LARGE:
      return PSG_NOTEBOOK_ERROR_INVALID;
    case PSG_COLLECTION_ERROR_NOT_FOUND:
      return PSG_NOTEBOOK_ERROR_NOT_FOUND;
    case PSG_COLLECTION_ERROR_BUSY:
      return PSG_NOTEBOOK_ERROR_BUSY;
    case PSG_COLLECTION_ERROR_FULL:
      return PSG_NOTEBOOK_ERROR_FULL;
    case PSG_COLLECTION_ERROR_READ_ONLY:
      return PSG_NOTEBOOK_ERROR_READ_ONLY;
    case PSG_COLLECTION_ERROR_IO:
    default:
      return PSG_NOTEBOOK_ERROR_IO;
    }
}

/**
 * psg_notebook_convert_error:
 * @error: (nullable): where an error of the database may have been set
 *
 * Says it as an error of the notebook. Others stay as they are.
 */
void
psg_notebook_convert_error (GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != PSG_COLLECTION_ERROR)
    return;

  cause = g_steal_pointer (error);
  psg_notebook_fail (error, from_collection_error (cause->code), cause->message);
}
