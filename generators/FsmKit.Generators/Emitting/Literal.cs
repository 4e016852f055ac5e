using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Emitting;

/// <summary>Formats values as C# literals.</summary>
internal static class Literal
{
    public static string Of(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(bool value) => value ? "true" : "false";

    public static string List(string type, IEnumerable<string> items)
    {
        var list = string.Join(", ", items);
        return list.Length == 0 ? "[]" : $"new {type}[] {{ {list} }}";
    }
}
