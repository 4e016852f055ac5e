using System.Text.Json;
using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>First line of a recording.</summary>
internal sealed record RecordingHeader(string Format, string GClass, string Name, IReadOnlyDictionary<string, string?>? Parameters);

/// <summary>Line of a recording with the table of a gclass, written when the first of its gobjs appears.</summary>
internal sealed record RecordedTable(string Table, string Text);

/// <summary>JSON metadata of the lines of a recording.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordingHeader)), JsonSerializable(typeof(RecordedTable)), JsonSerializable(typeof(RecordedEntry))]
internal sealed partial class RecordingLine : JsonSerializerContext
{
    public static string Of(RecordingHeader header) => JsonSerializer.Serialize(header, Default.RecordingHeader);

    public static string Of(RecordedTable table) => JsonSerializer.Serialize(table, Default.RecordedTable);

    public static string Of(RecordedEntry entry) => JsonSerializer.Serialize(entry, Default.RecordedEntry);
}
