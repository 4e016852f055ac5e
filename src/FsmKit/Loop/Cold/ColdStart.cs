using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit;

/// <summary>
/// Does early what .NET does with the first use of something. A first use in a bad moment, without a descriptor or memory left, would fail; and
/// .NET remembers for ever that a library could not be loaded, or a class not be initialized.
/// </summary>
/// <remarks>
/// Libraries, which need descriptors, are loaded at once. The rest takes longer, and is done beside the program by a thread that ends with it.
/// </remarks>
public static class ColdStart
{
    /// <summary>
    /// What only descriptions and snapshots are written with, which nobody asks for in a bad moment. Each refers to libraries by the dozen, and each of those keeps
    /// two descriptors. <see cref="InitializeTypes"/> loads the JSON library itself, from which classes of snapshots derive, and nothing that it refers to.
    /// </summary>
    private static readonly HashSet<string> Spared = ["System.Text.Json", "System.Xml.ReaderWriter"];

    private static readonly object Gate = new();
    private static readonly Queue<Action> Work = new();
    private static bool _isRunning;

    /// <summary>Loads a library of .NET and all that it refers to.</summary>
    public static void Load(string assembly) => Load(new AssemblyName(assembly), []);

    /// <summary>Loads all that a library refers to.</summary>
    public static void LoadReferences(Assembly assembly) => LoadReferences(assembly, []);

    /// <summary>Initializes the classes of a library.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A class that was trimmed away needs no initialization.")]
    public static void InitializeTypes(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (!type.ContainsGenericParameters)
            {
                Initialize(type);
            }
        }
    }

    /// <summary>Makes what .NET puts between each native function of a class and its callers: its first call would need memory for that.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A function that was trimmed away is not called.")]
    public static void LinkFunctions(Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            try
            {
                Marshal.Prelink(method);
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
            catch (Exception)
            {
                // It is of another system; the others are linked all the same.
            }
        }
    }

    /// <summary>Does something beside the program, in the order of the calls. What it throws is nobody's: then it is done with its first use.</summary>
    public static void Later(Action work)
    {
        lock (Gate)
        {
            Work.Enqueue(work);
            if (!_isRunning)
            {
                Start();
            }
        }
    }

    /// <summary>Waits until all of it is done.</summary>
    public static void Wait()
    {
        lock (Gate)
        {
            while (_isRunning)
            {
                Monitor.Wait(Gate);
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2059", Justification = "A class that was trimmed away needs no initialization.")]
    private static void Initialize(Type type)
    {
        try
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
        catch (Exception)
        {
            // It is of another system, or needs what is not there now; the others are initialized all the same.
        }
    }

    private static void Start()
    {
        try
        {
            new Thread(WorkThrough) { IsBackground = true, Name = "FsmKit cold start" }.Start();
            _isRunning = true;
        }
        catch (Exception)
        {
            // The system has no thread for it: the next call tries again.
        }
    }

    private static void WorkThrough()
    {
        while (Next() is { } work)
        {
            try
            {
                work();
            }
            catch (Exception)
            {
                // Said above.
            }
        }
    }

    private static Action? Next()
    {
        lock (Gate)
        {
            if (Work.TryDequeue(out var work))
            {
                return work;
            }

            _isRunning = false;
            Monitor.PulseAll(Gate);
            return null;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A reference that was trimmed away is not missed.")]
    private static void LoadReferences(Assembly assembly, HashSet<string> seen)
    {
        foreach (var name in assembly.GetReferencedAssemblies())
        {
            if (!Spared.Contains(name.Name!) && seen.Add(name.FullName))
            {
                Load(name, seen);
            }
        }
    }

    private static void Load(AssemblyName name, HashSet<string> seen)
    {
        try
        {
            LoadReferences(Assembly.Load(name), seen);
        }
        catch (Exception x) when (x is IOException or BadImageFormatException or PlatformNotSupportedException)
        {
            // Not there: then nothing needs it.
        }
    }
}
