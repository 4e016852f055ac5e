using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.CodeFixes;

/// <summary>The first form of a method that a table calls: it fits and does nothing.</summary>
internal static class Stub
{
    public static IReadOnlyList<string> Lines(CallUse use, string name, ITypeSymbol? value, SemanticModel model, int position)
    {
        var type = value?.ToMinimalDisplayString(model, position);
        var e = type is null ? "" : $"in {type} e";
        name = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        return use switch
        {
            CallUse.Guard => [$"private bool {name}({e}) => true;"],
            CallUse.Delay => [$"private {TimeSpan(model, position)} {name} => {TimeSpan(model, position)}.FromSeconds(1);"],
            CallUse.Validate => [$"private static bool {name}({type} value) => true;"],
            CallUse.Coerce => [$"private static {type} {name}({type} value) => value;"],
            _ => [$"private void {name}({e})", "{", "}"],
        };
    }

    private static string TimeSpan(SemanticModel model, int position) =>
        model.Compilation.GetTypeByMetadataName("System.TimeSpan")?.ToMinimalDisplayString(model, position) ?? "System.TimeSpan";
}
