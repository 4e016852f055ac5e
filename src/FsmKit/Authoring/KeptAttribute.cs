namespace FsmKit;

/// <summary>
/// Includes a field or a property in the snapshots of its gclass. The gclass must have a <see cref="GClassAttribute.Version"/>. The member must be
/// readable and writable.
/// </summary>
/// <remarks>
/// Numbers, strings, times, <see cref="Guid"/>, enums and nullable versions of these types are stored directly. Every other type needs JSON metadata
/// in <see cref="GClassAttribute.Json"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class KeptAttribute : Attribute;
