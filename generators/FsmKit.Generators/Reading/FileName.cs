using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Names the generated file of a gclass by namespace, outer types, name and arity. The name is unique, also where case does not count, and
/// valid on every file system.
/// </summary>
internal static class FileName
{
    /// <summary>Maximum number of bytes. File systems take 255, and some tools append to the name.</summary>
    public const int MostBytes = 200;

    private const string Extension = ".g.cs";

    public static string Of(INamedTypeSymbol type)
    {
        var name = WithinNamespace(type);
        return Of(type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString().Replace("@", "")}.{name}");
    }

    /// <summary>Returns the name of a type after those of its outer types, each with its arity, as in <c>Outer.Box`1</c>.</summary>
    public static string WithinNamespace(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{WithinNamespace(outer)}.{type.MetadataName}" : type.MetadataName;

    /// <summary>
    /// Returns the name of the file. A checksum distinguishes names that differ only in case, and a longer one names that are cut.
    /// </summary>
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

    /// <summary>Returns the beginning of a text that fits into a number of bytes, without splitting a surrogate pair.</summary>
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
