using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace FsmKit.Package.Tests;

/// <summary>Checks that the documentation in the packages covers all callable members and no others.</summary>
[Collection(nameof(Packages))]
public class PackedDocsTests(FreshConsumer consumer)
{
    /// <summary>A public member of each package that has documentation.</summary>
    private static readonly Dictionary<string, string> Documented = new()
    {
        ["FsmKit"] = "GObj.StateName",
        ["FsmKit.Net"] = "GSock.IsConnected",
        ["FsmKit.Net.Listening"] = "SocketService.Handler",
        ["FsmKit.Http"] = "GHttpServer",
        ["FsmKit.Hosting"] = "IFsmKitLoop.Restarts",
        ["FsmKit.AspNetCore"] = "FsmKitServer.StartAsync",
        ["FsmKit.Testing"] = "Explore.Run",
    };

    [Fact]
    public void Each_documented_member_is_public_or_protected()
    {
        foreach (var name in FreshConsumer.Packages)
        {
            var visible = Visible(consumer.Bytes(name, "nupkg", $"lib/net10.0/{name}.dll"));
            var documented = XDocument.Parse(consumer.Text(name, $"lib/net10.0/{name}.xml")).Descendants("member").Select(static member => Plain((string)member.Attribute("name")!)).ToHashSet();

            Assert.Empty(documented.Except(visible));
            Assert.Contains($"{name}.{Documented[name]}", documented);
            Assert.DoesNotContain("FsmKit.PostedCallback", string.Concat(documented), StringComparison.Ordinal);
        }
    }

    /// <summary>A member's name without its kind, its parameters and the number of its type parameters.</summary>
    private static string Plain(string id)
    {
        var name = id[2..].Split('(', '~')[0];
        return string.Concat(name.Split('`').Select(static (part, i) => i == 0 ? part : part.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')));
    }

    private static HashSet<string> Visible(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var reader = file.GetMetadataReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (FullName(reader, type) is not { } name)
            {
                continue;
            }

            names.Add(name);
            var methods = type.GetMethods().Select(reader.GetMethodDefinition).Where(static method => IsVisible((int)(method.Attributes & MethodAttributes.MemberAccessMask)));
            foreach (var method in methods.Select(method => reader.GetString(method.Name)))
            {
                names.Add($"{name}.{method.Replace('.', '#')}");
                if (method.StartsWith("get_", StringComparison.Ordinal) || method.StartsWith("set_", StringComparison.Ordinal) || method.StartsWith("add_", StringComparison.Ordinal))
                {
                    names.Add($"{name}.{method[4..]}");
                }
            }

            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(static field => IsVisible((int)(field.Attributes & FieldAttributes.FieldAccessMask))))
            {
                names.Add($"{name}.{reader.GetString(field.Name)}");
            }
        }

        return names;
    }

    /// <summary>Public, protected, or protected internal: methods and fields have the same numbers.</summary>
    private static bool IsVisible(int access) =>
        access is (int)MethodAttributes.Public or (int)MethodAttributes.Family or (int)MethodAttributes.FamORAssem;

    /// <summary>The name of a type with those around it, or null when one of them is hidden.</summary>
    private static string? FullName(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name).Split('`')[0];
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => $"{reader.GetString(type.Namespace)}.{name}",
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                FullName(reader, reader.GetTypeDefinition(type.GetDeclaringType())) is { } outer ? $"{outer}.{name}" : null,
            _ => null,
        };
    }
}
