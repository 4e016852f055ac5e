using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FsmKit.Testing.Fingerprints;

/// <summary>
/// Lists the instance fields of a type. Of a gclass it lists those that the author and the generator wrote, not those of
/// <see cref="GObj"/>.
/// </summary>
internal static class FieldList
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = new();

    public static FieldInfo[] Of(Type type) => Known.GetOrAdd(type, static type => [.. Find(type)]);

    /// <summary>
    /// Whether a fingerprint reads the items of an object and not its fields: a collection of the BCL, or one derived from it.
    /// </summary>
    public static bool IsCollection(Type type) => typeof(IEnumerable).IsAssignableFrom(type) && IsOfLibrary(type);

    private static bool IsOfLibrary(Type? type) =>
        type is not null && (type.IsArray || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true || IsOfLibrary(type.BaseType));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A field that was trimmed makes no difference to what the code does.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    private static IEnumerable<FieldInfo> Find(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var at = type; at is not null && at != typeof(GObj) && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(Own))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsFunctionPointer)
                {
                    yield return field;
                }
            }
        }
    }
}
