using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FsmKit;

/// <summary>A value in a snapshot, as the text of one JSON value (RFC 8259).</summary>
/// <param name="Json">The text, as in <c>17</c>, <c>"open"</c> or <c>{"Number":1}</c>.</param>
/// <remarks>In JSON it stands as that value. For any other serialiser it is a record with one text.</remarks>
[JsonConverter(typeof(SnapshotValueConverter))]
public readonly record struct SnapshotValue(string Json)
{
    /// <summary>Writes a value: for <c>Migrate</c>, with the metadata of the type from a context.</summary>
    public static SnapshotValue Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(value, type));

    /// <summary>Reads the value: for <c>Migrate</c>.</summary>
    /// <exception cref="JsonException">The text is no value of the type.</exception>
    public T? As<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Json, type);

    /// <summary>The text.</summary>
    public override string ToString() => Json;
}
