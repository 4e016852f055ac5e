using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace FsmKit.RoslynTesting;

/// <summary>Checks that the generator's steps keep no symbol, syntax or compilation alive.</summary>
internal static class GeneratorObjectGraph
{
    public static void Check(GeneratorDriverRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in GeneratorCaching.Steps)
        {
            foreach (var output in result.Results.Single().TrackedSteps.GetValueOrDefault(step, []).SelectMany(static run => run.Outputs))
            {
                Visit(output.Value, step, seen);
            }
        }
    }

    /// <summary>Fails on the first object of Roslyn's.</summary>
    internal static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or MemberInfo || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            return;
        }

        var type = value.GetType();
        if (type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        {
            throw new GeneratorTestException($"{path} keeps a {type}.");
        }

        if (!type.IsValueType && !seen.Add(value))
        {
            return;
        }

        if (value is IEnumerable items and not string)
        {
            foreach (var item in items)
            {
                Visit(item, path + "[]", seen);
            }
        }

        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
