using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;

namespace FsmKit.Testing.Restoring;

/// <summary>Creates code that visits or compares the items of an array in place.</summary>
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Used only where code can be made at run time.")]
internal static class ItemCode
{
    public delegate void VisitItem<T>(Scan scan, ref T item);

    public delegate bool CompareItems<T>(ref T one, ref T other);

    public static VisitItem<T> Visit<T>()
    {
        var method = new DynamicMethod($"Visit {typeof(T).Name}", null, [typeof(Scan), typeof(T).MakeByRefType()], typeof(ItemCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        FieldCode.Visit(code, typeof(T), () => code.Emit(OpCodes.Ldarg_1));
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<VisitItem<T>>();
    }

    public static CompareItems<T> IsSame<T>()
    {
        if (!typeof(T).IsValueType)
        {
            return static (ref one, ref other) => ReferenceEquals(one, other);
        }

        if (typeof(T).IsPrimitive || typeof(T).IsEnum)
        {
            return static (ref one, ref other) => EqualityComparer<T>.Default.Equals(one, other);
        }

        var item = typeof(T).MakeByRefType();
        var method = new DynamicMethod($"Compare {typeof(T).Name}", typeof(bool), [item, item], typeof(ItemCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        FieldCode.Compare(code, typeof(T), () => code.Emit(OpCodes.Ldarg_0), () => code.Emit(OpCodes.Ldarg_1));
        return method.CreateDelegate<CompareItems<T>>();
    }
}
