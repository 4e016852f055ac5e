using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A name of ours that the base library has, too, is ambiguous (CS0104) wherever both namespaces are used.</summary>
public class NameTests
{
    /// <summary>Known conflicts, each with the reason to keep the name.</summary>
    private static readonly string[] Accepted =
    [
        // System.Net.Http.Headers: the headers of a client's response, which a server does not use.
        "HttpResponseHeaders",
    ];

    [Fact]
    public void No_public_type_has_the_name_of_one_in_the_base_library()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var theirs = Directory.GetFiles(folder, "*.dll").SelectMany(PublicNames).ToHashSet(StringComparer.Ordinal);
        var ours = new[] { typeof(GObj), typeof(Net.GSock), typeof(GHttpServer) }
            .SelectMany(static type => type.Assembly.GetExportedTypes()).Where(static type => !type.IsNested).Select(static type => type.Name);

        Assert.Contains("TraceLevel", theirs);
        Assert.Equal(Accepted, ours.Where(theirs.Contains).Order(StringComparer.Ordinal));
    }

    private static List<string> PublicNames(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return [];
        }

        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(static type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => reader.GetString(type.Name))];
    }
}
