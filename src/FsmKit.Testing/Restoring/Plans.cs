using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Testing.Restoring;

/// <summary>
/// Finds the plan of a type, or creates it. Plans are code created at run time, so callers check
/// <see cref="RuntimeFeature.IsDynamicCodeSupported"/> first.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "Used only where code can be made at run time, which no trimmed program can.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
internal static class Plans
{
    private static readonly ConcurrentDictionary<Type, Plan> Known = new();
    private static readonly Plan Fixed = new(PlanKind.Fixed);
    private static readonly Func<object, object> Clone =
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    public static Plan Of(Type type) => Known.GetOrAdd(type, static type => Make(type));

    private static Plan Make(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || KnownTypes.IsFixed(type))
        {
            return Fixed;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return new Plan(PlanKind.Walked) { Visit = VisitDelegate };
        }

        if (KnownTypes.WhyNot(type) is { } why)
        {
            return new Plan(PlanKind.Refused) { Why = why };
        }

        return type.IsArray ? OfArray(type) : OfFields(type);
    }

    private static Plan OfFields(Type type)
    {
        var visit = ObjectCode.Visit(type);
        var kind = KnownTypes.IsOfWorld(type) ? PlanKind.OfWorld
            : KeptFields.Of(type).Any(static field => !field.IsInitOnly) ? PlanKind.Kept
            : visit is null ? PlanKind.Fixed : PlanKind.Walked;
        return new Plan(kind) { Visit = visit, Copy = Clone, SetBack = ObjectCode.SetBack(type), IsSame = ObjectCode.IsSame(type) };
    }

    private static Plan OfArray(Type type)
    {
        if (!type.IsSZArray)
        {
            return new Plan(PlanKind.Refused) { Why = $"a world has an array of type {type}, which has several dimensions" };
        }

        var item = type.GetElementType()!;
        return item.IsPointer || item.IsFunctionPointer
            ? new Plan(PlanKind.Refused) { Why = $"a world has an array of type {type}" }
            : (Plan)typeof(Plans).GetMethod(nameof(OfItems), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, null)!;
    }

    private static Plan OfItems<T>()
    {
        var isSame = ItemCode.IsSame<T>();
        return new Plan(PlanKind.Kept)
        {
            Visit = VisitItems<T>(),
            Copy = static array => ((T[])array).Clone(),
            SetBack = static (array, copy) => Items<T>(copy).CopyTo(Items<T>(array)),
            IsSame = (array, copy) =>
            {
                var one = Items<T>(array);
                var other = Items<T>(copy);
                for (var i = 0; i < one.Length; i++)
                {
                    if (!isSame(ref one[i], ref other[i]))
                    {
                        return false;
                    }
                }

                return true;
            },
        };
    }

    private static Action<Scan, object>? VisitItems<T>()
    {
        // The timers in an array belong to gobjs, which refer to them as well.
        if (!KeptFields.Refers(typeof(T)) || typeof(T) == typeof(string) || typeof(T) == typeof(LoopTimer))
        {
            return null;
        }

        if (!typeof(T).IsValueType)
        {
            return static (scan, array) =>
            {
                foreach (ref var item in Items<T>(array))
                {
                    scan.Add(item);
                }
            };
        }

        var visit = ItemCode.Visit<T>();
        return (scan, array) =>
        {
            foreach (ref var item in Items<T>(array))
            {
                visit(scan, ref item);
            }
        };
    }

    // new Span<T>(array) would throw for an array of a derived type (array covariance).
    private static Span<T> Items<T>(object array) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(Unsafe.As<T[]>(array)), Unsafe.As<T[]>(array).Length);

    private static void VisitDelegate(Scan scan, object value)
    {
        var call = (Delegate)value;
        if (call.HasSingleTarget)
        {
            scan.Add(call.Target);
            return;
        }

        foreach (var one in call.GetInvocationList())
        {
            scan.Add(one.Target);
        }
    }
}
