using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Testing.Restoring;

/// <summary>Emits code for each field of a type and of the structs in it.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "Used only where code can be made at run time, which no trimmed program can.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
internal static class FieldCode
{
    private static readonly MethodInfo Add = typeof(Scan).GetMethod(nameof(Scan.Add))!;

    /// <summary>Emits the visit of all references.</summary>
    /// <returns>True when there is a reference to visit.</returns>
    public static bool Visit(ILGenerator code, Type type, Action loadOwner)
    {
        var any = false;
        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } inline)
        {
            var item = KeptFields.Of(type).First().FieldType;
            if (any = KeptFields.Refers(item))
            {
                code.Emit(OpCodes.Ldarg_0);
                loadOwner();
                code.Emit(OpCodes.Ldc_I4, inline.Length);
                code.Emit(OpCodes.Call, Method(nameof(VisitInline)).MakeGenericMethod(type, item));
            }

            return any;
        }

        foreach (var field in KeptFields.Of(type))
        {
            if (!KeptFields.Refers(field.FieldType) || (field.FieldType.IsSealed && KnownTypes.IsFixed(field.FieldType)))
            {
                continue;
            }

            if (field.FieldType.IsValueType)
            {
                any |= Visit(code, field.FieldType, () =>
                {
                    loadOwner();
                    code.Emit(OpCodes.Ldflda, field);
                });
                continue;
            }

            any = true;
            code.Emit(OpCodes.Ldarg_0);
            loadOwner();
            code.Emit(OpCodes.Ldfld, field);
            code.Emit(OpCodes.Call, Add);
        }

        return any;
    }

    /// <summary>Emits the comparison of all fields, and the return of its result.</summary>
    public static void Compare(ILGenerator code, Type type, Action loadOne, Action loadOther)
    {
        var differs = code.DefineLabel();
        Compare(code, type, loadOne, loadOther, differs);
        code.Emit(OpCodes.Ldc_I4_1);
        code.Emit(OpCodes.Ret);
        code.MarkLabel(differs);
        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Ret);
    }

    private static void Compare(ILGenerator code, Type type, Action loadOne, Action loadOther, Label differs)
    {
        if (type.IsDefined(typeof(InlineArrayAttribute), inherit: false))
        {
            code.Emit(OpCodes.Br, differs); // An inline array counts as changed, which is safe: a new world is created.
            return;
        }

        foreach (var field in KeptFields.Of(type))
        {
            void Load(Action owner, OpCode how)
            {
                owner();
                code.Emit(how, field);
            }

            if (field.FieldType is { IsValueType: true, IsPrimitive: false, IsEnum: false })
            {
                Compare(code, field.FieldType, () => Load(loadOne, OpCodes.Ldflda), () => Load(loadOther, OpCodes.Ldflda), differs);
                continue;
            }

            Load(loadOne, OpCodes.Ldfld);
            Load(loadOther, OpCodes.Ldfld);
            code.Emit(OpCodes.Bne_Un, differs);
        }
    }

    private static MethodInfo Method(string name) => typeof(FieldCode).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void VisitInline<TBuffer, T>(Scan scan, ref TBuffer buffer, int length)
    {
        var visit = typeof(T).IsValueType ? ItemCode.Visit<T>() : static (scan, ref item) => scan.Add(item);
        foreach (ref var item in MemoryMarshal.CreateSpan(ref Unsafe.As<TBuffer, T>(ref buffer), length))
        {
            visit(scan, ref item);
        }
    }
}
