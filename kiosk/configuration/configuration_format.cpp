#include "kiosk/configuration/configuration_format.hpp"

#include "engine/content/format/reference_writer.hpp"
#include "engine/content/format/schema_writer.hpp"
#include "kiosk/configuration/describe_configuration.hpp"

namespace schacht::content {

template <>
inline constexpr std::string_view calledInReference<visitor::Access> = "Access";

} // namespace schacht::content

namespace schacht::kiosk {

content::SchemaFile configurationSchema() {
    return content::schemaFile("kiosk.schema.json", "The configuration of a Schacht kiosk",
                               content::withSchemaKey(content::objectSchema<Configuration>()));
}

std::string configurationReference() {
    content::FormatReference reference;
    reference.words("# The configuration of a kiosk, key by key");
    reference.words("This page is written by `schacht schema --reference` from the program's own description: change "
                    "nothing here.");
    reference.words(
        "What belongs to one screen in one room, and not to the pack, stands in a JSON file: "
        "`/etc/schacht/kiosk.json`, or the one that `--config` names. Every key may be left out. Each but the "
        "PIN is an option of `schacht run`, too, which comes before the file: `volumeCeiling` is `--volume-ceiling`. "
        "`schacht config` says what is wrong in the file, what holds, and where each value comes from. A "
        "value that is wrong is as if it were not there: the kiosk runs. Folders and files are "
        "meant from the folder of the configuration file.");
    reference.object<Configuration>("kiosk.json", 2);
    reference.linked(2);
    return reference.markdown();
}

} // namespace schacht::kiosk
