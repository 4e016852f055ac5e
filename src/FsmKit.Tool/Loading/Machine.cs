using System.Reflection;

namespace FsmKit.Tool;

/// <summary>
/// The description of a gclass in a loaded assembly. It belongs to the FsmKit that the assembly was built with, so it is called by name.
/// </summary>
internal sealed class Machine(Type gclass, object description)
{
    public string Name => gclass.Name;

    /// <summary>The name with those of the types around it, as in <c>Outer.Name</c>.</summary>
    public string NestedName => gclass.DeclaringType is null ? Name : FullName[(gclass.Namespace is { } space ? space.Length + 1 : 0)..];

    public string FullName => (gclass.FullName ?? Name).Replace('+', '.');

    public string ToText() => Call(nameof(ToText));

    public string ToMarkdown() => Call(nameof(ToMarkdown));

    public string ToJson() => Call(nameof(ToJson));

    public string ToMermaid() => Call(nameof(ToMermaid));

    public string ToDot() => Call(nameof(ToDot));

    public string ToScxml() => Call(nameof(ToScxml));

    public string ToReviewedTable() => Call(nameof(ToReviewedTable));

    private string Call(string form)
    {
        var method = description.GetType().GetMethod(form, BindingFlags.Public | BindingFlags.Instance, [])
            ?? throw new ToolException($"The FsmKit of the assembly, {description.GetType().Assembly.GetName().Version}, has no {form}.");
        return (string)method.Invoke(description, null)!;
    }
}
