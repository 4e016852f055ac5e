using System.Reflection;

namespace FsmKit.TestShared;

/// <summary>The gclasses of an assembly and the output events that each declares: a test of all of them fails for one that it does not know.</summary>
internal static class ShippedGClasses
{
    /// <summary>Each as <c>GSock.EvConnected</c>; a gclass without output events as its name alone.</summary>
    public static IEnumerable<string> OutputsOf(Assembly assembly) => assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(GObj)))
        .SelectMany(static type => Outputs(type).DefaultIfEmpty().Select(output => output is null ? type.Name : $"{type.Name}.{output}"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Outputs(Type gclass) => gclass.GetCustomAttributesData()
        .Select(static attribute => attribute.AttributeType)
        .Where(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OutputAttribute<>))
        .Select(static type => type.GetGenericArguments()[0].Name);
}
