using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;

namespace FsmKit.Testing.Restoring;

/// <summary>Creates code that visits, writes or compares the fields of an object or of a boxed value.</summary>
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Used only where code can be made at run time.")]
internal static class ObjectCode
{
    /// <summary>Creates <see cref="Plan.Visit"/>; null when no field leads to an object that can change.</summary>
    public static Action<Scan, object>? Visit(Type type)
    {
        var method = new DynamicMethod($"Visit {type.Name}", null, [typeof(Scan), typeof(object)], typeof(ObjectCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        var any = FieldCode.Visit(code, type, () => Load(code, type, OpCodes.Ldarg_1));
        code.Emit(OpCodes.Ret);
        return any ? method.CreateDelegate<Action<Scan, object>>() : null;
    }

    /// <summary>Creates code that writes the fields of the second object into the first one, except read-only fields.</summary>
    public static Action<object, object> SetBack(Type type)
    {
        var method = new DynamicMethod($"Set back {type.Name}", null, [typeof(object), typeof(object)], typeof(ObjectCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        foreach (var field in KeptFields.Of(type))
        {
            if (!field.IsInitOnly)
            {
                Load(code, type, OpCodes.Ldarg_0);
                Load(code, type, OpCodes.Ldarg_1);
                code.Emit(OpCodes.Ldfld, field);
                code.Emit(OpCodes.Stfld, field);
            }
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<object, object>>();
    }

    /// <summary>Creates code that compares the fields of two objects.</summary>
    public static Func<object, object, bool> IsSame(Type type)
    {
        var method = new DynamicMethod($"Compare {type.Name}", typeof(bool), [typeof(object), typeof(object)], typeof(ObjectCode).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        FieldCode.Compare(code, type, () => Load(code, type, OpCodes.Ldarg_0), () => Load(code, type, OpCodes.Ldarg_1));
        return method.CreateDelegate<Func<object, object, bool>>();
    }

    private static void Load(ILGenerator code, Type type, OpCode argument)
    {
        code.Emit(argument);
        if (type.IsValueType)
        {
            code.Emit(OpCodes.Unbox, type);
        }
    }
}
