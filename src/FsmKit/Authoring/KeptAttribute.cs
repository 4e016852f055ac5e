namespace FsmKit;

/// <summary>
/// Keeps a field or a property in the snapshots of its gclass. The gclass has a <see cref="GClassAttribute.Version"/>; the member can be read and written.
/// </summary>
/// <remarks>
/// Numbers, texts, times, <see cref="Guid"/>, enums and nullable ones of these are kept as they are. Of any other type <see cref="GClassAttribute.Json"/> says how it stands
/// in JSON.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class KeptAttribute : Attribute;
