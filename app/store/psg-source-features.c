/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-source-private.h"

/* Places and crossings from GeoJSON (RFC 7946): a record is what a feature's
 * properties say, with the feature's own id and point. */

typedef struct
{
  char          *type;
  const PsgJson *features;
} FeatureCollection;

typedef struct
{
  char          *type;
  char          *id;
  char          *geometry_type;
  const PsgJson *coordinates;
  const PsgJson *properties;
} Feature;

#define AT(Type, member) .offset = G_STRUCT_OFFSET (Type, member)

static const char *const collection_types[] = { "FeatureCollection", NULL };
static const char *const feature_types[] = { "Feature", NULL };
static const char *const geometry_types[] = { "Point", NULL };

static const PsgField collection_fields[] = {
  { "type", NULL, PSG_FIELD_WORD, PSG_FIELD_MUST, AT (FeatureCollection, type), .words = collection_types },
  { "features", NULL, PSG_FIELD_RAW, PSG_FIELD_MUST, AT (FeatureCollection, features) },
};

static const PsgSchema schema_collection = {
  .fields = collection_fields, .n_fields = G_N_ELEMENTS (collection_fields)
};

static const PsgField geometry_fields[] = {
  { "type", NULL, PSG_FIELD_WORD, PSG_FIELD_MUST, AT (Feature, geometry_type), .words = geometry_types },
  { "coordinates", NULL, PSG_FIELD_RAW, PSG_FIELD_MUST, AT (Feature, coordinates) },
};

static const PsgField feature_fields[] = {
  { "type", NULL, PSG_FIELD_WORD, PSG_FIELD_MUST, AT (Feature, type), .words = feature_types },
  { "id", NULL, PSG_FIELD_ID, PSG_FIELD_MUST, AT (Feature, id) },
  { "geometry", NULL, PSG_FIELD_OBJECT, PSG_FIELD_MUST,
    .inner = geometry_fields, .n_inner = G_N_ELEMENTS (geometry_fields) },
  { "properties", NULL, PSG_FIELD_RAW, PSG_FIELD_MUST, AT (Feature, properties) },
};

static const PsgSchema schema_feature = { .fields = feature_fields, .n_fields = G_N_ELEMENTS (feature_fields) };

/* The field of a schema that is filled from outside its object. */
static const PsgField *
find_outer (const PsgSchema *schema,
            const char      *member)
{
  for (guint i = 0; i < schema->n_fields; i++)
    if ((schema->fields[i].flags & PSG_FIELD_NO_MEMBER) != 0 && g_str_equal (schema->fields[i].member, member))
      return &schema->fields[i];

  g_assert_not_reached ();
}

static void
read_coordinates (PsgSourceReader *reader,
                  const PsgSchema *schema,
                  const PsgJson   *coordinates,
                  gpointer         record)
{
  static const char *const order[] = { "longitude", "latitude" };

  if (!psg_source_expect (reader, coordinates, PSG_JSON_ARRAY))
    return;
  if (coordinates->items->len != G_N_ELEMENTS (order))
    {
      psg_source_reader_mistake (reader, coordinates->line, "expected [longitude, latitude], not %u numbers",
                                 coordinates->items->len);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const PsgJson *item = g_ptr_array_index (coordinates->items, i);
      gsize mark = psg_source_reader_enter_item (reader, i, item);

      psg_source_read_value (reader, find_outer (schema, order[i]), item, record);
      psg_source_reader_leave (reader, mark);
    }
}

static void
take_id (PsgSourceReader *reader,
         const PsgSchema *schema,
         const PsgJson   *object,
         char            *id,
         gpointer         record)
{
  gsize mark;

  if (id == NULL)
    return;

  mark = psg_source_reader_enter (reader, "id");
  psg_source_reader_define (reader, schema->thing, id, psg_json_get (object, "id")->line);
  psg_source_reader_leave (reader, mark);
  PSG_FIELD_AT (char *, find_outer (schema, "id"), record) = g_strdup (id);
}

static gpointer
read_feature (PsgSourceReader *reader,
              const PsgSchema *schema,
              const PsgJson   *object)
{
  Feature feature = { 0 };
  gpointer record;
  gsize mark;

  if (!psg_source_expect (reader, object, PSG_JSON_OBJECT))
    return NULL;

  record = schema->create ();
  psg_source_read_into (reader, &schema_feature, object, &feature);
  take_id (reader, schema, object, feature.id, record);

  if (feature.coordinates != NULL)
    {
      mark = psg_source_reader_enter (reader, "geometry.coordinates");
      read_coordinates (reader, schema, feature.coordinates, record);
      psg_source_reader_leave (reader, mark);
    }

  mark = psg_source_reader_enter (reader, "properties");
  if (feature.properties != NULL && psg_source_expect (reader, feature.properties, PSG_JSON_OBJECT))
    psg_source_read_into (reader, schema, feature.properties, record);
  psg_source_reader_leave (reader, mark);
  psg_schema_clear_record (&schema_feature, &feature);

  return record;
}

/**
 * psg_source_read_features:
 * @reader: a reader
 * @folder: where the file is
 * @file: a GeoJSON FeatureCollection, which may be absent
 * @schema: what each feature's properties are
 *
 * Returns: (transfer full): the records
 */
GPtrArray *
psg_source_read_features (PsgSourceReader *reader,
                          PsgSourceFolder *folder,
                          const char      *file,
                          const PsgSchema *schema)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (schema->destroy);
  FeatureCollection collection = { 0 };
  gsize all;

  if (!psg_source_folder_exists (folder, file))
    return list;

  if (!psg_source_read_file (reader, folder, file, &schema_collection, &collection))
    {
      psg_source_reader_give_up (reader, schema->thing);
      return list;
    }

  all = psg_source_reader_enter (reader, "features");
  if (collection.features != NULL && psg_source_expect (reader, collection.features, PSG_JSON_ARRAY))
    {
      if (collection.features->items->len > PSG_MAX_OF_A_KIND)
        psg_source_reader_mistake (reader, collection.features->line, "at most %d are allowed", PSG_MAX_OF_A_KIND);

      for (guint i = 0; i < collection.features->items->len; i++)
        {
          const PsgJson *item = g_ptr_array_index (collection.features->items, i);
          gsize mark = psg_source_reader_enter_item (reader, i, item);
          gpointer record = read_feature (reader, schema, item);

          if (record != NULL)
            g_ptr_array_add (list, record);
          psg_source_reader_leave (reader, mark);
        }
    }
  psg_source_reader_leave (reader, all);
  psg_schema_clear_record (&schema_collection, &collection);

  return list;
}
