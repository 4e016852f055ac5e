using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FsmKit;

/// <summary>Value in a snapshot, as the text of one JSON value (RFC 8259).</summary>
/// <param name="Json">JSON text, as in <c>17</c>, <c>"open"</c> or <c>{"Number":1}</c>.</param>
/// <remarks>System.Text.Json writes the value itself. For any other serializer the type is a record with one string.</remarks>
[JsonConverter(typeof(SnapshotValueConverter))]
public readonly record struct SnapshotValue(string Json)
{
    /// <summary>
    /// Converts a value to JSON, with the metadata of its type from a JSON context. For a <c>Migrate</c> method, see
    /// <see cref="GClassAttribute.Version"/>.
    /// </summary>
    public static SnapshotValue Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.Serialize(value, type));

    /// <summary>
    /// Converts the JSON to a value, with the metadata of its type from a JSON context. For a <c>Migrate</c> method, see
    /// <see cref="GClassAttribute.Version"/>.
    /// </summary>
    /// <exception cref="JsonException">The text is no value of the type.</exception>
    public T? As<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Json, type);

    /// <summary>Returns the JSON text.</summary>
    public override string ToString() => Json;
}
