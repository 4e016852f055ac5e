using System.Text.Json;
using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>How a snapshot stands in JSON. Made when the first one is written or read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MachineSnapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
