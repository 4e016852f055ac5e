using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit;

/// <summary>
/// Performs initialization early that .NET would perform at first use. A first use at a bad moment, without a file descriptor or memory left, would
/// fail, and .NET remembers a failed library load or class initialization for ever.
/// </summary>
/// <remarks>
/// Libraries, which need file descriptors, are loaded at once. The rest takes longer and runs on a background thread that ends when it is done.
/// </remarks>
public static class ColdStart
{
    /// <summary>
    /// Libraries that only descriptions and snapshots use, which are not needed at a bad moment. Each one refers to dozens of libraries, and each of
    /// those keeps two file descriptors. <see cref="InitializeTypes"/> loads the JSON library itself, from which classes of snapshots derive, but
    /// none of its references.
    /// </summary>
    private static readonly HashSet<string> Spared = ["System.Text.Json", "System.Xml.ReaderWriter"];

    private static readonly object Gate = new();
    private static readonly Queue<Action> Work = new();
    private static bool _isRunning;

    /// <summary>
    /// Loads an assembly by name and all assemblies to which it refers, directly or through others, except <c>System.Text.Json</c>,
    /// <c>System.Xml.ReaderWriter</c> and missing ones.
    /// </summary>
    public static void Load(string assembly) => Load(new AssemblyName(assembly), []);

    /// <summary>
    /// Loads all assemblies to which an assembly refers, directly or through others, except <c>System.Text.Json</c>,
    /// <c>System.Xml.ReaderWriter</c> and missing ones.
    /// </summary>
    public static void LoadReferences(Assembly assembly) => LoadReferences(assembly, []);

    /// <summary>
    /// Runs the static initialization of all classes of a library that are not generic. An exception of a class is swallowed.
    /// </summary>
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

    /// <summary>
    /// Creates the interop stubs of the native functions of a class. Otherwise the first call of each function would need memory for its stub.
    /// </summary>
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
                // The function belongs to another system; the others are linked nevertheless.
            }
        }
    }

    /// <summary>
    /// Runs an early initialization on a background thread, in the order of the calls. An exception is swallowed: the initialization then happens
    /// at first use.
    /// </summary>
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

    /// <summary>Waits until all work of <see cref="Later"/> is done.</summary>
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
            // The class belongs to another system or needs what is missing now; the others are initialized nevertheless.
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
            // The system has no thread left: the next call tries again.
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
                // Swallowed, see Later.
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
            // The library does not exist here, so nothing needs it.
        }
    }
}
