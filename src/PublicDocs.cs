using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Takes the documentation of internal and private members out of a documentation file before it is packed. Compiled by the build itself
/// (PublicDocs.targets).
/// </summary>
public class PublicDocs : Task
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    [Required]
    public string Documentation { get; set; }

    [Required]
    public string AssemblyFile { get; set; }

    [Required]
    public ITaskItem[] References { get; set; }

    // One assembly for each name: a type of a second copy would be another type.
    private readonly Dictionary<string, Assembly> _found = new Dictionary<string, Assembly>();

    public override bool Execute()
    {
        ResolveEventHandler resolve = (_, wanted) => Find(new AssemblyName(wanted.Name).Name);
        AppDomain.CurrentDomain.AssemblyResolve += resolve;
        try
        {
            var visible = new HashSet<string>(Assembly.Load(File.ReadAllBytes(AssemblyFile)).GetTypes().Where(IsVisible).SelectMany(Ids));
            var xml = XDocument.Load(Documentation, LoadOptions.PreserveWhitespace);
            var hidden = xml.Descendants("member").Where(member => !visible.Contains((string)member.Attribute("name"))).ToList();
            hidden.ForEach(member => member.Remove());
            if (hidden.Count > 0)
            {
                xml.Save(Documentation);
            }

            return true;
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyResolve -= resolve;
        }
    }

    private Assembly Find(string name)
    {
        var path = References.Select(reference => reference.ItemSpec).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name);
        if (!_found.TryGetValue(name, out var assembly))
        {
            _found[name] = assembly = path == null ? null : Assembly.Load(File.ReadAllBytes(Implementation(path)));
        }

        return assembly;
    }

    /// <summary>For a reference assembly, which cannot be loaded, the file of the shared framework beside the runtime of this build.</summary>
    private static string Implementation(string path)
    {
        if (!path.Replace('\\', '/').Contains("/ref/"))
        {
            return path;
        }

        var shared = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location), "..", ".."));
        return Directory.GetFiles(shared, Path.GetFileName(path), SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal).LastOrDefault() ?? path;
    }

    private static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType));

    private static bool IsVisible(MethodBase method) => method != null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    /// <summary>The names under which the compiler documents a type and its visible members (C# specification, annex D.4).</summary>
    private static IEnumerable<string> Ids(Type type)
    {
        var name = Name(type, new Queue<Type>());
        yield return "T:" + name;
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            yield return "F:" + name + "." + field.Name;
        }

        foreach (var e in type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod)))
        {
            yield return "E:" + name + "." + e.Name;
        }

        foreach (var property in type.GetProperties(Declared).Where(property => IsVisible(property.GetMethod) || IsVisible(property.SetMethod)))
        {
            yield return "P:" + name + "." + property.Name + Parameters(property.GetIndexParameters());
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            yield return "M:" + name + "." + constructor.Name.Replace('.', '#') + Parameters(constructor.GetParameters());
        }

        foreach (var method in type.GetMethods(Declared).Where(IsVisible))
        {
            var arity = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";
            var result = method.Name is "op_Implicit" or "op_Explicit" ? "~" + Name(method.ReturnType) : "";
            yield return "M:" + name + "." + method.Name + arity + Parameters(method.GetParameters()) + result;
        }
    }

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : "(" + string.Join(",", parameters.Select(parameter => Name(parameter.ParameterType))) + ")";

    private static string Name(Type type) =>
        type.IsByRef ? Name(type.GetElementType()) + "@"
        : type.IsPointer ? Name(type.GetElementType()) + "*"
        : type.IsArray ? Name(type.GetElementType()) + (type.GetArrayRank() == 1 ? "[]" : "[" + string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank())) + "]")
        : type.IsGenericParameter ? (type.DeclaringMethod == null ? "`" : "``") + type.GenericParameterPosition
        : Name(type, new Queue<Type>(type.GetGenericArguments()));

    /// <summary>A type with its namespace and the types around it, each with its own arguments; without arguments, with its arity.</summary>
    private static string Name(Type type, Queue<Type> arguments)
    {
        var outer = type.IsNested ? Name(type.DeclaringType, arguments) + "." : type.Namespace == null ? "" : type.Namespace + ".";
        var tick = type.Name.IndexOf('`');
        if (tick < 0 || arguments.Count == 0)
        {
            return outer + type.Name;
        }

        var own = Enumerable.Range(0, int.Parse(type.Name.Substring(tick + 1))).Select(_ => Name(arguments.Dequeue())).ToList();
        return outer + type.Name.Substring(0, tick) + "{" + string.Join(",", own) + "}";
    }
}
