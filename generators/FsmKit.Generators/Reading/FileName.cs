using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Names the generated file of a gclass: after the namespace, the types around, the name and the arity. No other gclass has that name, also
/// where case does not count, and every file system takes it.
/// </summary>
internal static class FileName
{
    /// <summary>File systems take 255 bytes, some tools append to the name.</summary>
    public const int MostBytes = 200;

    private const string Extension = ".g.cs";

    public static string Of(INamedTypeSymbol type)
    {
        var name = WithinNamespace(type);
        return Of(type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString().Replace("@", "")}.{name}");
    }

    /// <summary>The name of a type behind those of the types around it, each with its arity, as in <c>Outer.Box`1</c>.</summary>
    public static string WithinNamespace(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{WithinNamespace(outer)}.{type.MetadataName}" : type.MetadataName;

    /// <summary>The name of the file: a checksum tells apart names that differ only in case, a longer one what was cut.</summary>
    internal static string Of(string full)
    {
        var readable = full.Replace('`', '-');
        var whole = $"{readable}.{Checksum(full)}{Extension}";
        if (Encoding.UTF8.GetByteCount(whole) <= MostBytes)
        {
            return whole;
        }

        var end = $".{Digest(full)}{Extension}";
        return Start(readable, MostBytes - end.Length) + end;
    }

    /// <summary>The beginning of a text that fits into so many bytes; a letter of two chars stays whole.</summary>
    private static string Start(string text, int bytes)
    {
        var length = 0;
        for (var next = 0; next < text.Length; length = next)
        {
            next += char.IsSurrogatePair(text, next) ? 2 : 1;
            bytes -= Encoding.UTF8.GetByteCount(text.Substring(length, next - length));
            if (bytes < 0)
            {
                break;
            }
        }

        return text.Substring(0, length);
    }

    private static string Checksum(string text)
    {
        var hash = 2166136261;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static string Digest(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(16).Select(static one => one.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
