using System.Text.Json;
using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>Writes the text of a value unchanged into the surrounding JSON, and reads it from there.</summary>
internal sealed class SnapshotValueConverter : JsonConverter<SnapshotValue>
{
    public override bool HandleNull => true;

    public override SnapshotValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return new SnapshotValue(value.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, SnapshotValue value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json ?? "null");
}
