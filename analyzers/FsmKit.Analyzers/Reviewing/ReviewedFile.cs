using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FsmKit.Analyzers.Reviewing;

/// <summary>
/// Names the file with the reviewed table of a gclass: <c>Name.table.md</c>, or <c>Outer.Name.table.md</c>, in the folder of a part of the
/// gclass.
/// </summary>
internal static class ReviewedFile
{
    public static bool IsOne(string path) => path.EndsWith(ReviewedText.Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the name of the file for a gclass. The number of type parameters follows after a hyphen.</summary>
    public static string NameOf(INamedTypeSymbol gclass) => FileName.WithinNamespace(gclass).Replace('`', '-') + ReviewedText.Extension;

    /// <summary>Whether a file is the one for a gclass.</summary>
    public static bool IsOf(string path, INamedTypeSymbol gclass)
    {
        var (folder, name) = Split(path);
        return string.Equals(name, NameOf(gclass), StringComparison.OrdinalIgnoreCase)
            && gclass.DeclaringSyntaxReferences.Any(part => string.Equals(Split(part.SyntaxTree.FilePath).Folder, folder, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Returns the path for the file of a gclass: beside the part with <c>[GClass]</c>.</summary>
    public static string PathFor(INamedTypeSymbol gclass, CancellationToken cancellation)
    {
        var home = gclass.Home(cancellation)?.SyntaxTree.FilePath ?? "";
        return home.Substring(0, home.LastIndexOfAny(['/', '\\']) + 1) + NameOf(gclass);
    }

    /// <summary>Returns the name of the gclass of a file, without its outer types.</summary>
    public static string GClassNameOf(string path)
    {
        var name = Split(path).Name;
        name = name.Substring(0, name.Length - ReviewedText.Extension.Length);
        name = name.Substring(name.LastIndexOf('.') + 1);
        return name.LastIndexOf('-') is > 0 and var arity ? name.Substring(0, arity) : name;
    }

    /// <summary>Returns the lines, without blank ones at the end.</summary>
    public static IReadOnlyList<string> LinesOf(SourceText text)
    {
        var lines = text.Lines.Select(static line => line.ToString().TrimEnd()).ToList();
        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static (string Folder, string Name) Split(string path)
    {
        var unified = path.Replace('\\', '/');
        var end = unified.LastIndexOf('/') + 1;
        return (unified.Substring(0, end), unified.Substring(end));
    }
}
