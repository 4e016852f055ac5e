using System.Reflection;

namespace FsmKit.Tool;

/// <summary>A compiled assembly and its gclasses.</summary>
internal sealed class MachineAssembly : IDisposable
{
    private readonly LoadedAssemblies _context;
    private readonly Assembly _assembly;

    private MachineAssembly(string path, string folder)
    {
        Folder = folder;
        _context = new LoadedAssemblies(path);
        try
        {
            _assembly = _context.LoadFromAssemblyPath(path);
        }
        catch (BadImageFormatException)
        {
            throw new ToolException($"{path} is no assembly of .NET.");
        }
    }

    /// <summary>The folder of the project, or of the assembly.</summary>
    public string Folder { get; }

    /// <summary>Opens an assembly, or builds a project and opens its assembly.</summary>
    /// <exception cref="ToolException">There is neither, or the build failed.</exception>
    public static MachineAssembly Open(string source, string configuration)
    {
        var path = Path.GetFullPath(source);
        if (Directory.Exists(path))
        {
            var projects = Directory.GetFiles(path, "*.csproj");
            path = projects.Length == 1 ? projects[0]
                : throw new ToolException($"{path} has {projects.Length} projects: name a project or an assembly.", ExitCodes.Usage);
        }

        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file {path}.", ExitCodes.Usage);
        }

        if (!path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
        {
            return new MachineAssembly(path, Path.GetDirectoryName(path)!);
        }

        Dotnet.Run("build", path, "-c", configuration, "-v", "q", "-nologo");
        var target = Dotnet.Run("msbuild", path, "-getProperty:TargetPath", $"-p:Configuration={configuration}").Trim();
        return new MachineAssembly(target, Path.GetDirectoryName(path)!);
    }

    /// <summary>Finds gclasses by name, or all, in the order of their names.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public IReadOnlyList<Machine> Find(string? name)
    {
        var all = Types().Where(static type => type is { IsClass: true, IsGenericTypeDefinition: false } && type.GetInterface("FsmKit.IGClass") is not null)
            .Select(static type => new Machine(type, Describe(type))).OrderBy(static machine => machine.FullName, StringComparer.Ordinal).ToList();
        var found = name is null ? all : all.FindAll(machine => machine.Name == name || machine.NestedName == name || machine.FullName == name);
        return found.Count > 0 ? found
            : all.Count == 0 ? throw new ToolException($"{_assembly.GetName().Name} has no gclass.", ExitCodes.Found)
            : throw new ToolException($"There is no gclass {name}. There are: {string.Join(", ", all.Select(static machine => machine.Name))}", ExitCodes.Found);
    }

    public void Dispose() => _context.Unload();

    private IEnumerable<Type> Types()
    {
        try
        {
            return _assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException x)
        {
            // Types whose dependencies are missing; the gclasses may be among the others.
            return x.Types.OfType<Type>();
        }
    }

    /// <summary>Reads the static property that the generator has written, which may implement the interface explicitly.</summary>
    private static object Describe(Type gclass)
    {
        var map = gclass.GetInterfaceMap(gclass.GetInterface("FsmKit.IGClass")!);
        return map.TargetMethods[0].Invoke(null, null)!;
    }
}
