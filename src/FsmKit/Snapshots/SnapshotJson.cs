using System.Text.Json;
using System.Text.Json.Serialization;

namespace FsmKit;

/// <summary>JSON metadata of snapshots. Created when the first snapshot is written or read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MachineSnapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
